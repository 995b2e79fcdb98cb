/// What is learnt about a request while it is served, whether it is done or refused.
struct Trace {
    var record: RequestRecord
    /// The credentials that it came with, which own its idempotency keys and its rate.
    var owner = ""
    /// The window of its rate that has the least left.
    var rate: SandboxRate?
    /// How many requests the rate leaves; nil where there is none, or the request was not admitted to it.
    var remaining: Int?
    /// The milliseconds until the rate allows one more than it does now.
    var rateWait: Int64 = 0

    init(_ request: SandboxRequest, _ moment: SandboxMoment) {
        record = RequestRecord(time: moment.milliseconds, method: request.method, path: request.path)
    }
}
