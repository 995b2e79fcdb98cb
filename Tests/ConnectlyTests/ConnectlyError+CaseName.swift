import Connectly

extension ConnectlyError {
    /// The name of a case of the server's; `runtime` for those of the client itself.
    var caseName: String {
        switch self {
        case .outsideWindow: "outsideWindow"
        case .optedOut: "optedOut"
        case .templateUnavailable: "templateUnavailable"
        case .invalidContent: "invalidContent"
        case .invalidRecipient: "invalidRecipient"
        case .invalidSender: "invalidSender"
        case .restricted: "restricted"
        case .notSetUp: "notSetUp"
        case .badRequest: "badRequest"
        case .authentication: "authentication"
        case .forbidden: "forbidden"
        case .notFound: "notFound"
        case .conflict: "conflict"
        case .rateLimited: "rateLimited"
        case .server: "server"
        case .unrecognized: "unrecognized"
        default: "runtime"
        }
    }
}
