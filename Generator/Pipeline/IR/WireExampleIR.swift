/// An example of the spec as a test: a call, what it must put on the wire, and what its answer must become.
struct WireExampleIR: Sendable {
    var name: String
    var about: String?
    var arguments: [ExampleIR.Argument]
    /// The whole URL without the server: what stands for places is encoded.
    var path: String
    /// The query with its question mark; empty where there is none.
    var query: String
    var headers: [NamedText]
    /// The body's exact bytes; nil where the example does not show them.
    var request: String?
    var status: Int
    var response: String
    var outcome: Outcome

    /// What becomes of the answer.
    enum Outcome: Sendable {
        /// A value, which stands below these keys.
        case value(path: [String])
        /// A case of the error enum, with this code and this message.
        case error(SwiftIdentifier, code: String?, message: String)
    }
}
