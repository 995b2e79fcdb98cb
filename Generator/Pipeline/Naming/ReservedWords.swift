/// The words that a name of generated code cannot be, or can be only in backticks: Swift's own, and the generator's.
///
/// What other modules declare is in ``KnownNames``.
enum ReservedWords {
    /// Swift's reserved words ("The Swift Programming Language", Lexical Structure), and those that are words of the
    /// language where an expression begins.
    static let keywords: Set<String> = [
        "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch", "class",
        "consume", "continue", "copy", "default", "defer", "deinit", "didSet", "discard", "do", "each",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "get", "guard",
        "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup",
        "private", "protocol", "public", "repeat", "rethrows", "return", "self", "set", "static", "struct",
        "subscript", "super", "switch", "then", "throw", "throws", "true", "try", "typealias", "unsafe",
        "var", "where", "while", "willSet", "yield",
    ]

    /// What needs backticks even after a dot.
    static let afterDot: Set<String> = ["Protocol", "Self", "Type", "init", "self"]

    /// What needs backticks as a parameter's name, though not as an argument's label.
    static let asParameter: Set<String> = ["inout", "let", "self", "var"]

    /// Names that no type can have: words of the language, types that literals have by their name, and what has to stand
    /// before a dot or is written by the macros of the test library.
    static let types: Set<String> = [
        "Any", "BooleanLiteralType", "ExtendedGraphemeClusterType", "FloatLiteralType", "IntegerLiteralType",
        "Protocol", "Self", "StringLiteralType", "Swift", "Testing", "Type", "UnicodeScalarType", "Void",
        "WaybillJSON", "WaybillRuntime", "WaybillWebhooks",
    ]

    /// Words that generated types add to what the runtime gives them, by the type.
    static let errorMembers: Set<String> = [
        "debugDescription", "details", "hashValue", "localizedDescription", "member",
    ]

    /// Static members that every set of words has.
    static let wordMembers: Set<String> = ["hashValue", "known", "order", "rawValue"]

    /// Cases of every error enum.
    static let errorCases: Set<String> = [
        "cancelled", "invalidArgument", "noToken", "timeout", "transport", "undecodable", "unrecognized",
        "waitTimedOut",
    ]
}
