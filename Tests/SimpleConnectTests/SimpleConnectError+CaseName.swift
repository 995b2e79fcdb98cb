import SimpleConnect

extension SimpleConnectError {
    /// The name of a case of the server's; `runtime` for those of the client itself.
    var caseName: String {
        switch self {
        case .malformed: "malformed"
        case .authentication: "authentication"
        case .forbidden: "forbidden"
        case .notFound: "notFound"
        case .rejected: "rejected"
        case .throttled: "throttled"
        case .server: "server"
        case .unrecognized: "unrecognized"
        default: "runtime"
        }
    }
}
