public import SpecYAML

/// Where the idempotency key stands, and how one is made.
public struct IdempotencyKeySpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// The header that carries it, or nil.
    public var header: Located<String>?
    /// The dotted path of the body's field that carries it, or nil.
    public var field: Located<String>?
    /// The template of a made key (header only; a field has its own `make`).
    public var make: Located<String>?
    /// The longest key that the server takes.
    public var maxLength: Located<Int>?
    /// How long the server knows a key, in milliseconds.
    public var keep: Located<Int>?

    static let dialect = Mapping<IdempotencyKeySpec>("idempotencyKey", "'idempotencyKey'", at: \.location) {
        Key("header", .text("header name"), \.header).otherwise("this or `field`")
            .means("The header that carries it; the operation gets an argument `idempotencyKey`.")
        Key("field", .text("path"), \.field).otherwise("this or `header`")
            .means("The field of the body that carries it; the field's own `make` makes one.")
        Key("make", .text("template"), \.make, default: "{uuid}").onlyWhere { $0.header != nil && $0.field == nil }
            .means("A made key; for headers only.")
        Key("maxLength", .int, \.maxLength, default: "255").onlyWhere { $0.header != nil && $0.field == nil }
            .means("The longest key that the server takes; for headers, whose keys the client checks.")
        Key("keep", .duration, \.keep).otherwise("unknown")
            .means("How long the server knows a key: after it a repeat counts as a new request.")
    }
}
