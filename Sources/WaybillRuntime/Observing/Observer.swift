public import HTTPTypes

/// Is told what clients and webhooks do, for metrics, traces and dashboards.
///
/// Give it to a client or a webhook in its configuration. The product `WaybillMetrics` has an observer for swift-metrics,
/// `WaybillTracing` one for swift-distributed-tracing; one of your own implements what it wants to hear of.
///
/// What holds for every observer:
///
/// - The events of one call come one after another: it begins, each attempt begins and ends, a wait begins before each
///   attempt but the first, the call ends. Events of different calls come at once. ``ObservedCall/id`` tells them apart.
/// - Whatever begins ends, whether it succeeds, fails or is cancelled.
/// - A call begins when its arguments have been accepted: what is refused before is heard by its caller alone.
/// - No event has a credential, a signature, a body, a path's or query's value, or a server's words in it but
///   ``ObservedAttempt/requestID``.
/// - Events are told in the task of the call, which waits until the observer returns. It should return at once.
public protocol Observer: Sendable {
    /// A call has begun; the caller's task-local values are there.
    func callBegan(_ call: ObservedCall)

    /// An attempt is about to be sent.
    /// - Parameters:
    ///   - number: Its number in the call, from 1.
    ///   - fields: Header fields to send along, such as `traceparent` (W3C Trace Context). Names that the request
    ///     itself has, that authenticate it, or that the transport decides on are left out, as are fields that HTTP does
    ///     not allow.
    func attemptBegan(_ number: Int, of call: ObservedCall, adding fields: inout HTTPFields)

    /// An attempt has ended, with an answer or without.
    func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall)

    /// The call waits before it tries again, or for its place under a rate.
    func waitBegan(_ wait: ObservedWait, of call: ObservedCall)

    /// A call has ended, its answer read.
    func callEnded(_ result: ObservedResult, of call: ObservedCall)

    /// A webhook's request has come in; nothing of it has been looked at.
    func deliveryBegan(_ delivery: ObservedDelivery)

    /// A webhook's request has been dealt with.
    func deliveryEnded(_ result: ObservedDeliveryResult, of delivery: ObservedDelivery)
}

extension Observer {
    /// Does nothing.
    public func callBegan(_ call: ObservedCall) {}

    /// Does nothing.
    public func attemptBegan(_ number: Int, of call: ObservedCall, adding fields: inout HTTPFields) {}

    /// Does nothing.
    public func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {}

    /// Does nothing.
    public func waitBegan(_ wait: ObservedWait, of call: ObservedCall) {}

    /// Does nothing.
    public func callEnded(_ result: ObservedResult, of call: ObservedCall) {}

    /// Does nothing.
    public func deliveryBegan(_ delivery: ObservedDelivery) {}

    /// Does nothing.
    public func deliveryEnded(_ result: ObservedDeliveryResult, of delivery: ObservedDelivery) {}
}
