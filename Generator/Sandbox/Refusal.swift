import Pipeline

/// A request that is not done, and all that its answer tells.
struct Refusal: Error, Sendable {
    /// Why the sandbox itself refuses a request: the words of the spec's `sandbox: errors:`.
    enum Reason: String, Sendable, CaseIterable {
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

    /// Why it is refused, which decides about the code; nil where the status decides.
    var reason: Reason?
    /// The status, where no code of the spec has another one.
    var status: Int
    /// An error code of the spec that is meant, whatever the reason.
    var code: String?
    /// What is wrong, for a person.
    var message: String
    /// What is wrong with each field.
    var fields: [ValueProblem] = []
    /// A time that the details are to carry, in milliseconds since 1970.
    var time: Int64?
    /// How long to wait, in milliseconds.
    var retryAfter: Int64?
    var headers: [(name: String, value: String)] = []

    init(_ reason: Reason, _ message: String) {
        self.reason = reason
        status = reason.status
        self.message = message
    }

    init(status: Int, code: String? = nil, message: String, headers: [(name: String, value: String)] = []) {
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers
    }
}
