/// What reads one member of an object: its key, when it counts, and the statements.
struct MemberRead {
    let key: String
    /// A further condition beside the key's.
    var condition: SwiftCode?
    let statements: [SwiftCode]

    /// The case of the switch over the key's length.
    func write(_ reader: SwiftIdentifier, to writer: inout SwiftWriter) {
        let isKey: SwiftCode = "\(reader).isKey(\(literal: key))"
        let whole = condition.map { "\($0) && \(isKey)" as SwiftCode } ?? isKey
        let pattern: SwiftCode = "case \(key.utf8.count) where \(whole):"
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
