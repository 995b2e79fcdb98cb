public import HTTPTypes
import WaybillRuntime

extension APIBatchWebhook {
    /// Takes a request, works on each of its events in a transaction that claims it too, and tells what to answer.
    ///
    /// Each event has a transaction of its own, one after the other in the order of the body. The request is acknowledged only
    /// where all of them are done; where one is not, the service sends the whole body again, and those that are done are
    /// known as copies. Each is so worked on **exactly once**, whatever fails. What the work does elsewhere, such as a call
    /// of another service, is not undone with the transaction; do it afterwards, from a row that the work has written.
    ///
    /// ```swift
    /// let status = try await webhook.process(body: body, headers: headers, in: database) { delivery, connection in
    ///     try await connection.query("UPDATE messages SET …")
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - body: The body's bytes, as they came.
    ///   - headers: All header fields of the request.
    ///   - store: The database.
    ///   - work: What is done with an event, by way of the transaction. It should end while the service still waits for an
    ///     answer; longer work goes through an inbox: ``accept(body:headers:into:)``.
    /// - Returns: The status that acknowledges the events; that of a copy where one of them is being worked on elsewhere; that
    ///   of a refusal; 413 for a body that is too large.
    /// - Throws: What the database or the work threw first, once all events have had their turn: answer with 500 then.
    nonisolated(nonsending) public func process<Store: TransactionalStore>(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        in store: Store,
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedEvent>, Store.Transaction) async throws -> Void
    ) async throws -> Int {
        try await receiver.answerEach(body, headers) { try await receiver.process($0, in: store, work) }
    }

    /// Takes a request, works on each of its events in a transaction that claims it too, and tells what to answer.
    ///
    /// As ``process(body:headers:in:_:)`` with `HTTPFields`; header fields may come in any order and any case.
    nonisolated(nonsending) public func process<Store: TransactionalStore>(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>,
        in store: Store,
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedEvent>, Store.Transaction) async throws -> Void
    ) async throws -> Int {
        try await process(body: body, headers: HTTPFields(pairs: headers), in: store, work)
    }
}
