public import CoreMetrics
public import WaybillRuntime

/// Counts and times calls and deliveries with swift-metrics.
///
/// | metric | kind | dimensions |
/// | --- | --- | --- |
/// | `waybill.calls` | counter | `api`, `operation`, `delivery`, `error` |
/// | `waybill.calls.active` | meter | `api`, `operation` |
/// | `waybill.call.duration` | timer | `api`, `operation`, `error` |
/// | `waybill.call.unread` | counter, of members that could not be read | `api`, `operation` |
/// | `waybill.attempts` | counter | `api`, `operation`, `error` |
/// | `waybill.attempt.duration` | timer | `api`, `operation`, `error` |
/// | `waybill.wait.duration` | timer | `api`, `operation`, `error` |
/// | `waybill.ratelimit.remaining` | gauge | `api` |
/// | `waybill.deliveries` | counter | `webhook`, `outcome`, `recognized` |
/// | `waybill.delivery.duration` | timer | `webhook`, `outcome` |
/// | `waybill.delivery.unread` | counter, of members that could not be read | `webhook` |
///
/// `error` is an ``ObservedError``, or `none`; `delivery` a ``DeliveryCertainty``; `outcome` that of an
/// ``ObservedDeliveryResult``. All have few values, whatever servers say. Timers record nanoseconds.
public struct MetricsObserver: Observer {
    private let factory: (any MetricsFactory)?

    /// Makes an observer.
    /// - Parameter factory: Makes the metrics; nil takes what `MetricsSystem` was bootstrapped with.
    public init(factory: (any MetricsFactory)? = nil) {
        self.factory = factory
    }

    private var metrics: any MetricsFactory { factory ?? MetricsSystem.factory }

    /// Counts the call as active.
    public func callBegan(_ call: ObservedCall) {
        Meter(label: "waybill.calls.active", dimensions: Self.dimensions(call), factory: metrics).increment()
    }

    /// Counts and times the attempt, and notes the rate limit.
    public func attemptEnded(_ attempt: ObservedAttempt, of call: ObservedCall) {
        let dimensions = Self.dimensions(call, attempt.error)
        count("waybill.attempts", dimensions)
        time("waybill.attempt.duration", dimensions, attempt.duration)
        if let remaining = attempt.rateLimit?.remaining {
            Gauge(label: "waybill.ratelimit.remaining", dimensions: [("api", call.api)], factory: metrics)
                .record(remaining)
        }
    }

    /// Times the wait.
    public func waitBegan(_ wait: ObservedWait, of call: ObservedCall) {
        time("waybill.wait.duration", Self.dimensions(call, wait.error), wait.duration)
    }

    /// Counts and times the call.
    public func callEnded(_ result: ObservedResult, of call: ObservedCall) {
        let dimensions = Self.dimensions(call)
        Meter(label: "waybill.calls.active", dimensions: dimensions, factory: metrics).decrement()
        let error = Self.dimension(result.error)
        count("waybill.calls", dimensions + [("delivery", result.delivery.rawValue), error])
        time("waybill.call.duration", dimensions + [error], result.duration)
        if result.unreadCount > 0 { count("waybill.call.unread", dimensions, by: result.unreadCount) }
    }

    /// Counts and times the delivery.
    public func deliveryEnded(_ result: ObservedDeliveryResult, of delivery: ObservedDelivery) {
        let webhook = ("webhook", delivery.webhook)
        let outcome = ("outcome", result.outcome.rawValue)
        count("waybill.deliveries", [webhook, outcome, ("recognized", "\(result.isRecognized)")])
        time("waybill.delivery.duration", [webhook, outcome], result.duration)
        if result.unreadCount > 0 { count("waybill.delivery.unread", [webhook], by: result.unreadCount) }
    }

    private func count(_ label: String, _ dimensions: [(String, String)], by amount: Int = 1) {
        Counter(label: label, dimensions: dimensions, factory: metrics).increment(by: amount)
    }

    private func time(_ label: String, _ dimensions: [(String, String)], _ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (nanoseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        Timer(label: label, dimensions: dimensions, factory: metrics)
            .recordNanoseconds(overflow ? .max : nanoseconds + attoseconds / 1_000_000_000)
    }

    private static func dimensions(_ call: ObservedCall) -> [(String, String)] {
        [("api", call.api), ("operation", call.operation)]
    }

    private static func dimensions(_ call: ObservedCall, _ error: ObservedError?) -> [(String, String)] {
        dimensions(call) + [dimension(error)]
    }

    private static func dimension(_ error: ObservedError?) -> (String, String) {
        ("error", error?.rawValue ?? "none")
    }
}
