#if os(Linux)
import NIOHTTP1
import WaybillRuntime

/// One request on its way into a connection, with the caller that waits for its end.
struct Exchange: Sendable {
    let head: HTTPRequestHead
    let body: [UInt8]
    /// Reads the body while it goes out; nil where ``body`` has it.
    var reader: BodyReader?
    /// Takes the answer's body while it comes; nil where the answer has it.
    var receiver: AnswerReceiver?
    /// The largest body of an answer that is accepted, in bytes.
    let limit: Int
    /// Resumed exactly once.
    let continuation: CheckedContinuation<ExchangeEnd, Never>
}
#endif
