public import SpecYAML

/// A delivery as it looks on the wire.
public struct WebhookExampleSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// What it shows.
    public var about: Located<String>?
    /// The exact bytes of the body.
    public var body: Located<String>

    /// Makes an example from its body.
    public init(at location: SourceLocation, body: Located<String>) {
        self.location = location
        self.body = body
    }
}
