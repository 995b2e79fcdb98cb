import WaybillJSON

/// The first answer to an idempotency key.
struct StoredAnswer: Sendable {
    /// What the key was first used for: method, path and the body's value.
    var fingerprint: Fingerprint
    var status: Int
    /// The body; nil where there is none.
    var document: JSONValue?
    /// Milliseconds since 1970.
    var firstSeen: Int64
    /// How many requests came with this key.
    var uses = 1

    /// What makes two requests the same; the order of the members and white space do not.
    struct Fingerprint: Sendable, Hashable {
        var method: String
        var path: String
        var body: JSONValue
    }
}
