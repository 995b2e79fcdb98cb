/// Why a webhook was not taken.
public enum WebhookError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The request does not prove that it comes from the service.
    ///
    /// A missing signature, a wrong one, a malformed one and a timestamp out of bounds are one case: whoever tries to forge
    /// a request learns nothing from it.
    case refused

    /// The body is larger than the limit; its signature was not looked at.
    case tooLarge(limit: Int)

    /// What is wrong, without anything of the request.
    public var description: String {
        switch self {
        case .refused: "the webhook was refused"
        case .tooLarge(let limit): "the webhook's body is larger than \(limit) bytes"
        }
    }
}
