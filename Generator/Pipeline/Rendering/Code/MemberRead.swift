/// What reads one member of an object: its key, when it counts, and the statements.
struct MemberRead {
    let key: String
    /// A further condition beside the key's.
    var condition: SwiftCode?
    let statements: [SwiftCode]

    /// The case of the switch over the places of the keys.
    func write(place: Int, to writer: inout SwiftWriter) {
        let pattern: SwiftCode = condition.map { "case \(place) where \($0):" } ?? "case \(place):"
        if statements.count == 1, let only = statements.first,
            pattern.text.count + only.text.count + 13 <= SwiftWriter.width
        {
            return writer.line("\(pattern) \(only)")
        }
        writer.line(pattern)
        writer.indented { writer in
            for statement in statements { writer.line(statement) }
        }
    }
}
