/// Where an operation's idempotency key lives, and how one is made.
@_spi(Generated)
public struct IdempotencyKeyRule: Sendable {
    enum Place: Sendable {
        case header(String, make: String, maxLength: Int)
        case field(DottedPath)
    }

    let place: Place

    /// How long the server knows a key; nil where the spec does not say.
    let keep: Duration?

    /// A key in a header field.
    /// - Parameters:
    ///   - header: The field's name.
    ///   - make: Template of a key that the runtime makes; see ``RequestFilling/make(_:)``.
    ///   - maxLength: The most characters that the server takes.
    ///   - keep: How long the server knows a key.
    public init(header: String, make: String, maxLength: Int, keep: Duration? = nil) {
        place = .header(header, make: make, maxLength: maxLength)
        self.keep = keep
    }

    /// A key in the body, under a dotted path such as `event.event_id`; the body's own closure writes it.
    /// - Parameter keep: How long the server knows a key.
    public init(field: String, keep: Duration? = nil) {
        place = .field(DottedPath(field))
        self.keep = keep
    }

    /// What is wrong with a caller's key, or nil: it must have 1 to `maxLength` printable ASCII characters.
    static func fault(in key: String, maxLength: Int) -> String? {
        if key.isEmpty { return "must not be empty; leave it out to have one made" }
        if key.utf8.count > maxLength { return "must have at most \(maxLength) characters" }
        guard key.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return "must be printable ASCII" }
        return HeaderRule.fault(inValue: key)
    }
}
