public import SpecYAML
public import WaybillJSON

/// A request and its answer as they look on the wire.
public struct ExampleSpec: Sendable, Qualified {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// What it shows, for the documentation.
    public var about: Located<String>?
    /// The arguments by their names in the spec; nil where the example shows only an answer.
    public var arguments: Located<JSONObject>?
    /// The bytes of the request's body.
    public var request: Located<String>?
    /// The status that the server answers with.
    public var status: Located<Int> = .unread
    /// The bytes of the answer's body.
    public var response: Located<String>?
    /// The same, where they are no text.
    public var responseBytes: Located<[UInt8]>?
    /// The answer's header fields, of those that the operation names.
    public var responseHeaders: [Named<Located<String>>] = []

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<ExampleSpec>("example", "an example", at: \.location) {
        Key("about", .text, \.about).means("What it shows.")
        Key("arguments", .object, \.arguments).otherwise("needed for a call with required arguments")
            .means("The arguments, under their names in the spec.")
        Key("request", .json, \.request)
            .means(
                "The request's body: on one line its exact bytes, in a block of lines its JSON, or the fields of its form."
            )
        Key(required: "status", .status, \.status).means("The answer's status.")
        Key("response", .rawJSON, \.response).otherwise("needed with `returns`")
            .means("The answer's body: on one line its exact bytes, in a block of lines its JSON.")
        Key("responseBase64", .base64, \.responseBytes).means("The answer's body in Base64, where it is no text.")
        Key("responseHeaders", .named(.text("text"), by: "header name"), \.responseHeaders)
            .means("The answer's headers, of those that `answerHeaders` names.")
    }
}
