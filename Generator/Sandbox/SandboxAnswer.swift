public import WaybillJSON

/// What is sent back, and what goes wrong on the way.
public struct SandboxAnswer: Sendable {
    /// The status.
    public var status: Int
    /// The headers, in the order of the wire; without those that describe the body's length.
    public var headers: [(name: String, value: String)] = []
    /// The body's bytes.
    public var body: [UInt8] = []
    /// How long the answer is held back, in milliseconds.
    public var delay = 0
    /// What the connection does in place of carrying the whole answer.
    public var connection: ConnectionFault?
    /// The operation that was asked for, `messages.send`; nil where none was found.
    public var operation: String?

    /// Makes an answer without a body.
    public init(status: Int) {
        self.status = status
    }

    /// Makes an answer with a body of JSON.
    public init(status: Int, json: JSONValue) {
        self.init(status: status)
        headers = [("Content-Type", "application/json")]
        body = json.serialized()
    }

    /// Makes an answer with a body of plain text.
    public init(status: Int, text: String) {
        self.init(status: status)
        headers = [("Content-Type", "text/plain; charset=utf-8")]
        body = Array(text.utf8)
    }

    /// Sets headers, each in the place of what there is under its name.
    mutating func set(_ fields: [(name: String, value: String)]) {
        let names = Set(fields.map { $0.name.lowercased() })
        headers.removeAll { names.contains($0.name.lowercased()) }
        headers += fields
    }

    /// The first value of a header, whatever the case of its name.
    public func header(_ name: String) -> String? {
        let name = name.lowercased()
        return headers.first { $0.name.lowercased() == name }?.value
    }
}
