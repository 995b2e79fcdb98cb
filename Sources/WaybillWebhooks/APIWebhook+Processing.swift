public import HTTPTypes
import WaybillRuntime

extension APIWebhook {
    /// Takes a request, works on its event unless it is a copy, and tells what to answer.
    ///
    /// The event is claimed, worked on and completed, in this order, and acknowledged last. A copy that comes meanwhile is
    /// answered with ``WebhookAcknowledgement/busy``, which does not acknowledge it: should the work fail, the service
    /// comes again. Work that throws releases its claim, also where the task was cancelled; where the process ends, or the
    /// store cannot be reached, the lease ends by itself. So each event is worked on at least once, and twice where the work
    /// outlives its lease or the process ends before the work's completion is recorded.
    ///
    /// A call of the store that throws is made once more, under the same claim.
    ///
    /// - Parameters:
    ///   - body: The body's bytes, as they came.
    ///   - headers: All header fields of the request.
    ///   - store: Where claims are kept, shared by everybody who takes this service's webhooks.
    ///   - lease: How long the work may last before a copy is worked on; longer than any work takes.
    ///   - work: What is done with an event. It should end while the service still waits for an answer, which is seconds:
    ///     longer work is put into a queue or table that outlives the process, and that is then the work.
    /// - Returns: The status that acknowledges an event or a copy; that of a copy while the event is being worked on; that of
    ///   a refusal; 413 for a body that is too large.
    /// - Throws: What the store or the work throws: answer with 500 then. ``ConfigurationError`` for a lease that is not
    ///   longer than nothing.
    nonisolated(nonsending) public func process(
        body: some Collection<UInt8>,
        headers: HTTPFields,
        store: any DeduplicationStore,
        lease: Duration = .seconds(60),
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedEvent>) async throws -> Void
    ) async throws -> Int {
        guard lease > .zero else { throw ConfigurationError(option: "lease", reason: "must be more than zero") }
        return try await receiver.answer(body, headers) { try await receiver.process($0, store, lease, work) }
    }

    /// Takes a request, works on its event unless it is a copy, and tells what to answer.
    ///
    /// As ``process(body:headers:store:lease:_:)`` with `HTTPFields`; header fields may come in any order and any case.
    ///
    /// - Returns: The status to answer with.
    /// - Throws: What the store or the work throws: answer with 500 then.
    nonisolated(nonsending) public func process(
        body: some Collection<UInt8>,
        headers: some Sequence<(name: String, value: String)>,
        store: any DeduplicationStore,
        lease: Duration = .seconds(60),
        _ work: nonisolated(nonsending) (WebhookDelivery<ReceivedEvent>) async throws -> Void
    ) async throws -> Int {
        try await process(body: body, headers: HTTPFields(pairs: headers), store: store, lease: lease, work)
    }
}
