/// How failures look, and which of them a caller handles alike.
public struct ErrorsSpec: Sendable {
    /// The places of the readable text in the body, tried in this order (dotted paths).
    public var message: [Located<String>] = []
    /// The places of the code.
    public var code: [Located<String>] = []
    /// The places of the details.
    public var details: [Located<String>] = []
    /// Further members of error bodies.
    public var fields: [Named<ErrorFieldSpec>] = []
    /// The codes, an open set of words.
    public var codes: [Named<ErrorCodeSpec>] = []
    /// The cases of the error enum, in the order in which they are tried.
    public var cases: [Named<ErrorCaseSpec>] = []

    /// Makes a description without codes and cases.
    public init() {}
}
