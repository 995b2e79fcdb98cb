#if os(Linux)
import WaybillRuntime

extension TransportError {
    /// Why a request that was written has no whole answer, with what came of the answer.
    init(_ cause: FailureCause, partial: TransportResponse?) {
        let progress = partial.map { Progress.answered($0) } ?? .unknown
        self.init(progress: progress, reason: cause.reason, detail: cause.detail)
    }
}
#endif
