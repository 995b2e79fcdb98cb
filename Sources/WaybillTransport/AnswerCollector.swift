#if os(Linux)
import HTTPTypes
import NIOCore
import NIOHTTP1
import WaybillRuntime

/// Puts the parts of one answer together, and refuses what is none.
struct AnswerCollector {
    enum Step {
        case more
        /// Bytes for the receiver, which the response does not hold.
        case piece([UInt8])
        case complete(TransportResponse, isReusable: Bool)
        case refused(TransportError.Reason, String?)
    }

    private let limit: Int
    private let isToHead: Bool
    private let receiver: AnswerReceiver?
    private var isReceived = false
    private var isReusable = false
    /// What has come of the answer; nil before its head is there.
    private(set) var partial: TransportResponse?

    init(limit: Int, isToHead: Bool, receiver: AnswerReceiver?) {
        self.limit = limit
        self.receiver = receiver
        self.isToHead = isToHead
    }

    mutating func take(_ part: HTTPClientResponsePart) -> Step {
        switch part {
        case .head(let head): return begin(head)
        case .body(let bytes):
            if isReceived { return .piece(Array(bytes.readableBytesView)) }
            guard let held = partial?.body.count else { return .refused(.protocolViolation, "a body without a head") }
            guard bytes.readableBytes <= limit - held else { return .refused(.bodyTooLarge(limit: limit), nil) }
            partial?.body.append(contentsOf: bytes.readableBytesView)
            return .more
        case .end:
            guard let partial else { return .refused(.protocolViolation, "an end without a head") }
            return .complete(partial, isReusable: isReusable)
        }
    }

    private mutating func begin(_ head: HTTPResponseHead) -> Step {
        let status = Int(head.status.code)
        guard partial == nil else { return .refused(.protocolViolation, "a head inside a body") }
        // The parser passes over informational heads, and lets a status such as 099 through.
        guard status != 101 else {
            return .refused(.protocolViolation, "a switch of protocols that was not asked for")
        }
        guard (200...599).contains(status) else {
            return .refused(.protocolViolation, "\(status) is not an HTTP status")
        }
        partial = TransportResponse(status: status, headers: HTTPFields(head.headers))
        let announced = head.headers.first(name: "content-length").flatMap { Int($0) }
        let isWithoutBody = isToHead || status == 204 || status == 304
        // RFC 9110, section 6.4.1: such an answer has no body, whatever it announces. A server that sends one all the
        // same would have it read as the next answer.
        let mayBeFollowed = isWithoutBody && (announced ?? 0 != 0 || head.headers.contains(name: "transfer-encoding"))
        isReusable = head.isKeepAlive && !mayBeFollowed
        isReceived = receiver?.begins(status: status, headers: HTTPFields(head.headers)) ?? false
        let limit = isReceived ? receiver?.limit ?? limit : limit
        guard !isWithoutBody, let announced else { return .more }
        if announced > limit { return .refused(.bodyTooLarge(limit: limit), nil) }
        guard !isReceived else { return .more }
        partial?.body.reserveCapacity(min(announced, Self.largestReservation))
        return .more
    }

    /// An announced length is a claim: no more than this is set aside before bytes have come.
    private static let largestReservation = 1 << 20
}
#endif
