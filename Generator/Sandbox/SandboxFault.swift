import WaybillJSON

/// Something that is asked to go wrong.
struct SandboxFault: Sendable, Hashable {
    /// What a broken connection loses.
    enum Loss: String, Sendable, CaseIterable {
        /// The work is done, and the client does not learn of it.
        case answer
        /// Nothing was done.
        case request
    }

    var status: Int?
    /// The error code that is answered.
    var code: String?
    /// How many requests it hits.
    var times = 1
    /// The Retry-After header, as it is sent.
    var retryAfter: String?
    /// How long the answer is held back, in milliseconds.
    var delay = 0
    /// What happens to the connection.
    var connection: ConnectionFault?
    /// What a broken connection loses.
    var loses = Loss.answer
    /// The operation that it waits for; nil: any.
    var operation: String?

    /// A few words for the list of requests.
    var summary: String {
        var words: [String] = []
        if let status { words.append("status \(status)") }
        if let code { words.append("code \(code)") }
        if delay > 0 { words.append("delay \(delay) ms") }
        if let connection { words.append(connection.rawValue) }
        return words.joined(separator: ", ")
    }

    /// The fault in the words in which it is asked for.
    var json: JSONValue {
        var object: JSONObject = [:]
        if let status { object["status"] = .number(JSONNumber(status)) }
        if let code { object["code"] = .string(code) }
        object["times"] = .number(JSONNumber(times))
        if let retryAfter { object["retryAfter"] = .string(retryAfter) }
        if delay > 0 { object["delay"] = .string("\(delay)ms") }
        if let connection { object["fault"] = .string(connection.rawValue) }
        if let connection, connection != .truncate { object["loses"] = .string(loses.rawValue) }
        if let operation { object["operation"] = .string(operation) }
        return .object(object)
    }
}
