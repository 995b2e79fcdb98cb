/// Whether a failed call's request was carried out, as far as is known.
///
/// The call knows what its attempts may have done together: one of which nothing is known makes it ``unknown``,
/// whatever came after. What a status tells is the same whether or not the answer's body arrived behind it.
public enum DeliveryCertainty: String, Sendable, Hashable, CaseIterable {
    /// No attempt reached the server.
    case notSent
    /// The server said no: 4xx, 429 too, 3xx where the request only reads, and a refusal in the body of a 2xx. Nothing was
    /// carried out.
    case rejected
    /// At least one attempt may have been carried out: its end is unknown, the server failed (5xx), something before it
    /// gave up waiting (408, 499), a write was redirected, which servers do after the work too (303, and 302 in
    /// practice), or the body of a 2xx was lost that might have been a refusal.
    case unknown
    /// The server said yes (2xx), and its answer was lost or could not be read. Do not send it again.
    case accepted

    private var rank: Int {
        switch self {
        case .notSent: 0
        case .rejected: 1
        case .unknown: 2
        case .accepted: 3
        }
    }

    /// What is known after one more attempt: the most that any of them may have done.
    func joined(with other: DeliveryCertainty) -> DeliveryCertainty { rank >= other.rank ? self : other }

    /// What a status tells (RFC 9110, section 15).
    /// - Parameter method: A GET or HEAD changes nothing, wherever its answer then points.
    init(status: Int, method: OperationDefinition.Method) {
        let isRead = method == .get || method == .head
        switch status {
        case 200...299: self = .accepted
        // 408 ought to mean that the request never arrived whole; gateways also say it of servers that are at work.
        case 408: self = .unknown
        // 499 is a proxy's word for a client that left: it says nothing of the server behind.
        case 300...399, 499: self = isRead ? .rejected : .unknown
        case 400...498: self = .rejected
        default: self = .unknown
        }
    }

    /// What a transport's failure tells.
    init(_ progress: TransportError.Progress, method: OperationDefinition.Method) {
        switch progress {
        case .neverSent: self = .notSent
        case .unknown: self = .unknown
        case .answered(let response): self.init(status: response.status, method: method)
        }
    }
}
