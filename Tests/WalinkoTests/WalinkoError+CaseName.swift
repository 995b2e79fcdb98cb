import Walinko

extension WalinkoError {
    /// The name of a case of the server's; `runtime` for those of the client itself.
    var caseName: String {
        switch self {
        case .tenantSuspended: "tenantSuspended"
        case .quotaExceeded: "quotaExceeded"
        case .deviceDisconnected: "deviceDisconnected"
        case .idempotencyConflict: "idempotencyConflict"
        case .badRequest: "badRequest"
        case .authentication: "authentication"
        case .forbidden: "forbidden"
        case .notFound: "notFound"
        case .conflict: "conflict"
        case .validation: "validation"
        case .rateLimited: "rateLimited"
        case .serverTimeout: "serverTimeout"
        case .server: "server"
        case .unrecognized: "unrecognized"
        default: "runtime"
        }
    }
}
