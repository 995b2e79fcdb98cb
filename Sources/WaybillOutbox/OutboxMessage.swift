public import WaybillRuntime

/// A request as an outbox keeps it: checked, its body and its idempotency key fixed, without credentials.
///
/// ``Outbox/message(_:id:)`` makes one. Its parts are for stores, which keep them as they are; ``request`` holds people's data.
public struct OutboxMessage: Sendable, Hashable {
    /// The outbox's name.
    public let outbox: String

    /// What the program knows the request by, such as an order's number; the outbox has each once.
    public let id: String

    /// The operation, such as `messages.send`.
    public let operation: String

    /// The request as JSON, without NUL.
    public let request: String

    /// Puts a message together.
    ///
    /// - Throws: Where the request cannot be written as JSON, which none is that a client has filled.
    public init(outbox: String, id: String, request: FilledRequest) throws {
        let json = String(decoding: try request.serialized(), as: UTF8.self)
        self.init(outbox: outbox, id: id, operation: request.operation, request: json)
    }

    init(outbox: String, id: String, operation: String, request: String) {
        self.outbox = outbox
        self.id = id
        self.operation = operation
        self.request = request
    }
}

extension OutboxMessage: CustomStringConvertible, CustomReflectable {
    /// The outbox, the id and the operation, and nothing of what is sent.
    public var description: String { "OutboxMessage(\(outbox), \(id), \(operation))" }

    /// The outbox, the id and the operation.
    public var customMirror: Mirror {
        Mirror(self, children: ["outbox": outbox, "id": id, "operation": operation])
    }
}
