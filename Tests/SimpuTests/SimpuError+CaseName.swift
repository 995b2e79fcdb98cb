import Simpu

extension SimpuError {
    /// The name of a case of the server's; `runtime` for those of the client itself.
    var caseName: String {
        switch self {
        case .invalidRequest: "invalidRequest"
        case .authentication: "authentication"
        case .insufficientBalance: "insufficientBalance"
        case .forbidden: "forbidden"
        case .notFound: "notFound"
        case .serverTimeout: "serverTimeout"
        case .conflict: "conflict"
        case .validation: "validation"
        case .rateLimited: "rateLimited"
        case .server: "server"
        case .unrecognized: "unrecognized"
        default: "runtime"
        }
    }
}
