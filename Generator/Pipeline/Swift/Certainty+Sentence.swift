extension Certainty {
    /// The reason behind the word, and behind the small part that it is true of: `Assumed for time: in UTC`.
    var sentence: String {
        let word = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
        let place = part.isEmpty ? "" : " for \(Markdown.code(part.joined(separator: ".")))"
        return Sentence.ended("\(word)\(place): \(Markdown.line(text))")
    }
}
