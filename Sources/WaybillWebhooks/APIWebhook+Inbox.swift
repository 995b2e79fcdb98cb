public import HTTPTypes
import WaybillRuntime

extension APIWebhook {
    /// Takes a request, keeps its event in an inbox unless it is a copy, and tells what to answer.
    ///
    /// The event is kept before it is acknowledged, and worked on later: for work that takes longer than the service waits.
    ///
    /// - Parameters:
    ///   - body: The body's bytes, as they came.
    ///   - headers: All header fields of the request.
    ///   - inbox: What keeps the event, also past the end of the process.
    /// - Returns: The status that acknowledges an event or a copy; that of a refusal; 413 for a body that is too large.
    /// - Throws: What the inbox throws: answer with 500 then, and the service sends the event again.
    nonisolated(nonsending) public func accept(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        into inbox: any WebhookInbox
    ) async throws -> Int {
        try await receiver.accept(body, headers, into: inbox)
    }

    /// Takes a request, keeps its event in an inbox unless it is a copy, and tells what to answer.
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
