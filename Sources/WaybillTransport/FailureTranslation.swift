#if os(Linux)
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import WaybillRuntime

/// Says in the runtime's words why AsyncHTTPClient failed, and how far the request had come.
enum FailureTranslation {
    /// The error for a failure.
    ///
    /// - Parameters:
    ///   - error: What AsyncHTTPClient, NIO or BoringSSL threw.
    ///   - isCancelled: Whether the task that waits has been cancelled; that explains any error.
    ///   - wasSent: Whether the body had been asked for; nil where the request has none, and nothing is known.
    static func transportError(for error: any Error, isCancelled: Bool, wasSent: Bool?) -> TransportError {
        let finding = isCancelled ? Finding(.cancelled) : Finding(error)
        let isBeforeSending = wasSent.map { !$0 } ?? finding.isBeforeSending
        return TransportError(
            progress: isBeforeSending ? .neverSent : .unknown,
            reason: finding.reason,
            detail: finding.detail
        )
    }
}
#endif
