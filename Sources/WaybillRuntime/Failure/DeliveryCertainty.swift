/// Whether a failed call's request was carried out, as far as is known.
public enum DeliveryCertainty: String, Sendable, Hashable, CaseIterable {
    /// No attempt reached the server.
    case notSent
    /// The server said no: 3xx or 4xx, 429 too. Nothing was carried out.
    case rejected
    /// At least one attempt may have been carried out: its end is unknown, the server failed, or something before it gave up
    /// waiting (408).
    case unknown
    /// The server said yes, and its answer could not be read. Do not send it again.
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

    /// What a status tells.
    init(status: Int) {
        switch status {
        case 200...299: self = .accepted
        // 408 ought to mean that the request never arrived whole; gateways also say it of servers that are at work.
        case 408: self = .unknown
        case 300...499: self = .rejected
        default: self = .unknown
        }
    }

    /// What a transport's failure tells.
    init(_ progress: TransportError.Progress) {
        switch progress {
        case .neverSent: self = .notSent
        case .unknown: self = .unknown
        case .answered(let status): self.init(status: status)
        }
    }
}
