public import HTTPTypes
import WaybillRuntime

extension APIBatchWebhook {
    /// Takes a request, keeps those of its events in an inbox that are no copies, and tells what to answer.
    ///
    /// All of them are kept before the request is acknowledged, each as a message of its own.
    ///
    /// - Parameters:
    ///   - body: The body's bytes, as they came.
    ///   - headers: All header fields of the request.
    ///   - inbox: What keeps the events, also past the end of the process.
    /// - Returns: The status that acknowledges the events; that of a refusal; 413 for a body that is too large.
    /// - Throws: What the inbox throws: answer with 500 then, and the service sends the events again.
    nonisolated(nonsending) public func accept(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        into inbox: any WebhookInbox
    ) async throws -> Int {
        try await receiver.accept(body, headers, into: inbox)
    }

    /// Takes a request, keeps those of its events in an inbox that are no copies, and tells what to answer.
    ///
    /// As ``accept(body:headers:into:)`` with `HTTPFields`; header fields may come in any order and any case.
    nonisolated(nonsending) public func accept(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>,
        into inbox: any WebhookInbox
    ) async throws -> Int {
        try await receiver.accept(body, HTTPFields(pairs: headers), into: inbox)
    }

    /// Reads an event that an inbox has kept.
    ///
    /// - Throws: ``InboxMessageError`` for a message of another webhook, or one that the store has changed.
    public func read(_ message: InboxMessage) throws(InboxMessageError) -> WebhookDelivery<ReceivedEvent> {
        try receiver.delivery(of: message)
    }
}
