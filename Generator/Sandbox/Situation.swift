/// Why the sandbox itself refuses a request: the words of `sandbox.errors`.
enum Situation: String, Sendable, CaseIterable {
    case unauthenticated
    case malformed
    case invalid
    case notFound
    case idempotencyConflict
    case rateLimited

    /// The status where the spec names no code.
    var status: Int {
        switch self {
        case .unauthenticated: 401
        case .malformed: 400
        case .invalid: 422
        case .notFound: 404
        case .idempotencyConflict: 409
        case .rateLimited: 429
        }
    }
}
