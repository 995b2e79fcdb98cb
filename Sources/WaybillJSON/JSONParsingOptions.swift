/// What the parser accepts beyond the grammar of RFC 8259.
public struct JSONParsingOptions: Sendable, Hashable {
    /// What happens when an object names a key twice (RFC 8259, section 4, leaves it open).
    public enum DuplicateKeys: Sendable, Hashable {
        /// The last value stands, as in JavaScript, Ruby and PHP.
        case lastWins
        /// The document is refused: two readers of a signed document must not see two different values.
        case refuse
    }

    /// The deepest nesting that is ever allowed: values are released recursively, which takes stack.
    public static let deepestAllowed = 512

    /// How many arrays and objects may lie inside one another; between 0 and ``deepestAllowed``.
    public var maximumDepth: Int {
        didSet { maximumDepth = Self.clamped(maximumDepth) }
    }

    /// What happens when an object names a key twice.
    public var duplicateKeys: DuplicateKeys

    /// Makes options; a depth outside the allowed range is moved to its nearest end.
    public init(maximumDepth: Int = 128, duplicateKeys: DuplicateKeys = .lastWins) {
        self.maximumDepth = Self.clamped(maximumDepth)
        self.duplicateKeys = duplicateKeys
    }

    private static func clamped(_ depth: Int) -> Int {
        min(max(depth, 0), deepestAllowed)
    }
}
