public import SpecYAML

/// Where the idempotency key stands, and how one is made.
public struct IdempotencyKeySpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The header that carries it, or nil.
    public var header: Located<String>?
    /// The dotted path of the body's field that carries it, or nil.
    public var field: Located<String>?
    /// The template of a made key (header only; a field has its own `make`).
    public var make: Located<String>?
    /// The longest key that the server takes.
    public var maxLength: Located<Int>?

    /// Makes a description that names no place.
    public init(at location: SourceLocation) {
        self.location = location
    }
}
