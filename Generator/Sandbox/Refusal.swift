/// A request that is not done, and all that its answer tells.
struct Refusal: Error, Sendable {
    /// Which code answers; nil where the status decides.
    var situation: Situation?
    /// The status, where no code of the spec has another one.
    var status: Int
    /// An error code of the spec that is meant, whatever the situation.
    var code: String?
    /// What is wrong, for a person.
    var message: String
    /// What is wrong with each field.
    var fields: [FieldMessage] = []
    /// A time that the details are to carry, in milliseconds since 1970.
    var time: Int64?
    /// How long to wait, in milliseconds.
    var retryAfter: Int64?
    /// Headers of the answer.
    var headers: [(name: String, value: String)] = []

    init(_ situation: Situation, _ message: String) {
        self.situation = situation
        status = situation.status
        self.message = message
    }

    init(status: Int, code: String? = nil, message: String, headers: [(name: String, value: String)] = []) {
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers
    }
}
