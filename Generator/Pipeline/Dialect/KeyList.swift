/// Builds the keys of a mapping: one declaration a line, or a list that several mappings share.
@resultBuilder enum KeyList<Owner: Sendable> {
    static func buildExpression(_ key: Key<Owner>) -> [Key<Owner>] { [key] }

    static func buildExpression(_ keys: [Key<Owner>]) -> [Key<Owner>] { keys }

    static func buildBlock(_ keys: [Key<Owner>]...) -> [Key<Owner>] { keys.flatMap(\.self) }
}
