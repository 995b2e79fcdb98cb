public import HTTPTypes
import Synchronization
public import Tracing
public import WaybillRuntime

/// Makes spans of calls and deliveries with swift-distributed-tracing, and sends their context along.
///
/// A call is one span, named like its operation, below the caller's own span. Each attempt is a client span below it, named
/// like OpenTelemetry's convention for HTTP has it (`POST /messages`), and its context goes out with the request: with a
/// tracer that speaks W3C Trace Context, as `traceparent` and `tracestate`. A webhook's delivery is a consumer span.
///
/// Attributes: `waybill.api`, `waybill.operation`, `waybill.attempts`, `waybill.delivery`, `waybill.unread`,
/// `waybill.webhook`, `waybill.outcome`, `waybill.request_id`, and OpenTelemetry's `http.request.method`,
/// `url.template`, `server.address`, `http.response.status_code`, `http.request.resend_count` and `error.type`. No URL, no
/// body, no header field.
public final class TracingObserver: Observer {
    private struct Open {
        let call: any Span
        var attempt: (any Span)?
    }

    private let tracer: (any Tracer)?
    private let calls = Mutex<[ObservationID: Open]>([:])
    private let deliveries = Mutex<[ObservationID: any Span]>([:])

    /// Makes an observer.
    /// - Parameter tracer: Makes the spans; nil takes what `InstrumentationSystem` was bootstrapped with.
    public init(tracer: (any Tracer)? = nil) {
        self.tracer = tracer
    }

    private var spans: any Tracer { tracer ?? InstrumentationSystem.tracer }

    /// Opens the call's span, below the one of the caller's task.
    public func callBegan(_ call: ObservedCall) {
        let span = Self.open("\(call.api) \(call.operation)", .internal, below: nil, spans)
        span.attributes["waybill.api"] = call.api
        span.attributes["waybill.operation"] = call.operation
        calls.withLock { $0[call.id] = Open(call: span) }
    }

    /// Opens the attempt's span, and puts its context into the request.
    public func attemptBegan(_ number: Int, of call: ObservedCall, adding fields: inout HTTPFields) {
        guard let parent = calls.withLock({ $0[call.id]?.call }) else { return }
        let name = call.path.map { "\(call.method) \($0)" } ?? call.method
        let span = Self.open(name, .client, below: parent, spans)
        span.attributes["http.request.method"] = call.method
        span.attributes["server.address"] = call.host
        if let path = call.path { span.attributes["url.template"] = path }
        if number > 1 { span.attributes["http.request.resend_count"] = number - 1 }
        calls.withLock { $0[call.id]?.attempt = span }
        spans.inject(span.context, into: &fields, using: FieldInjector())
    }

    /// Closes the attempt's span.
    public func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {
        let span = calls.withLock { calls in
            defer { calls[call.id]?.attempt = nil }
            return calls[call.id]?.attempt
        }
        guard let span else { return }
        if let status = attempt.status { span.attributes["http.response.status_code"] = status }
        if let id = attempt.requestID { span.attributes["waybill.request_id"] = id }
        Self.close(span, attempt.error)
    }

    /// Notes the wait in the call's span.
    public func waitBegan(_ wait: ObservedWait, of call: ObservedCall) {
        guard let span = calls.withLock({ $0[call.id]?.call }) else { return }
        let attributes: SpanAttributes = ["error.type": .string(wait.error.rawValue)]
        span.addEvent(SpanEvent(name: "waybill.wait", attributes: attributes))
    }

    /// Closes the call's span.
    public func callEnded(_ result: ObservedResult, of call: ObservedCall) {
        guard let span = calls.withLock({ $0.removeValue(forKey: call.id)?.call }) else { return }
        span.attributes["waybill.attempts"] = result.attempts
        span.attributes["waybill.delivery"] = result.delivery.rawValue
        if result.unreadCount > 0 { span.attributes["waybill.unread"] = result.unreadCount }
        if let status = result.status { span.attributes["http.response.status_code"] = status }
        Self.close(span, result.error)
    }

    /// Opens the delivery's span.
    public func deliveryBegan(_ delivery: ObservedDelivery) {
        let span = Self.open(delivery.webhook, .consumer, below: nil, spans)
        span.attributes["waybill.webhook"] = delivery.webhook
        deliveries.withLock { $0[delivery.id] = span }
    }

    /// Closes the delivery's span.
    public func deliveryEnded(_ result: ObservedDeliveryResult, of delivery: ObservedDelivery) {
        guard let span = deliveries.withLock({ $0.removeValue(forKey: delivery.id) }) else { return }
        span.attributes["waybill.outcome"] = result.outcome.rawValue
        if let status = result.status { span.attributes["http.response.status_code"] = status }
        if result.unreadCount > 0 { span.attributes["waybill.unread"] = result.unreadCount }
        Self.close(span, result.outcome == .failed ? ObservedError(rawValue: result.outcome.rawValue) : nil)
    }

    /// Opens a span below another, or below the one of the current task.
    private static func open(
        _ name: String,
        _ kind: SpanKind,
        below parent: (any Span)?,
        _ tracer: some Tracer
    ) -> any Span {
        guard let parent else { return tracer.startSpan(name, ofKind: kind) }
        return tracer.startSpan(name, context: parent.context, ofKind: kind)
    }

    private static func close(_ span: any Span, _ error: ObservedError?) {
        if let error {
            span.attributes["error.type"] = error.rawValue
            span.setStatus(SpanStatus(code: .error))
        }
        span.end()
    }
}
