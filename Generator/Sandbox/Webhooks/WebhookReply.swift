/// What came back for a delivery.
public enum WebhookReply: Sendable, Hashable {
    /// The status of the answer; redirects are answers like any other.
    case status(Int)
    case failure(String)

    /// The status, where there is one.
    public var status: Int? {
        if case .status(let status) = self { status } else { nil }
    }
}

extension WebhookReply: CustomStringConvertible {
    /// The status, or why there is none.
    public var description: String {
        switch self {
        case .status(let status): "\(status)"
        case .failure(let reason): reason
        }
    }
}
