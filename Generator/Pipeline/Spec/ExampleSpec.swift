public import SpecYAML
public import WaybillJSON

/// A request and its answer as they look on the wire.
public struct ExampleSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// What it shows.
    public var about: Located<String>?
    /// The arguments by their names in the spec; nil where the example shows only an answer.
    public var arguments: Located<JSONObject>?
    /// The exact bytes of the request's body.
    public var request: Located<String>?
    /// The answer's status.
    public var status: Located<Int>
    /// The exact bytes of the answer's body.
    public var response: Located<String>?

    /// Makes an example from its status.
    public init(at location: SourceLocation, status: Located<Int>) {
        self.location = location
        self.status = status
    }
}
