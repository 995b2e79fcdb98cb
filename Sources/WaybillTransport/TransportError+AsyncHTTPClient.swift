#if os(Linux)
import WaybillRuntime

extension TransportError {
    /// Says in the runtime's words why AsyncHTTPClient failed, and how far the request had come.
    ///
    /// - Parameters:
    ///   - error: What AsyncHTTPClient, NIO or BoringSSL threw.
    ///   - isCancelled: Whether the task that waits has been cancelled; that explains any error.
    ///   - wasSent: Whether the body had been asked for; nil where the request has none, and nothing is known.
    init(_ error: any Error, isCancelled: Bool, wasSent: Bool?) {
        let cause = isCancelled ? FailureCause(.cancelled) : FailureCause(error)
        let isBeforeSending = wasSent.map { !$0 } ?? cause.isBeforeSending
        self.init(progress: isBeforeSending ? .neverSent : .unknown, reason: cause.reason, detail: cause.detail)
    }

    /// Says why an answer's body broke off.
    ///
    /// - Parameter answer: What had come by then.
    init(_ error: any Error, isCancelled: Bool, after answer: TransportResponse) {
        let cause = isCancelled ? FailureCause(.cancelled) : FailureCause(error)
        self.init(progress: .answered(answer), reason: cause.reason, detail: cause.detail)
    }
}
#endif
