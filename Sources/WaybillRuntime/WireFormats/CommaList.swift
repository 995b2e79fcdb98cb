/// Lists in one text, with commas between their elements.
enum CommaList {
    /// An element without the blanks around it; nil where nothing is left.
    static func trimmed(_ element: Substring) -> String? {
        var trimmed = element.drop { $0 == " " }
        while trimmed.last == " " { trimmed.removeLast() }
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}
