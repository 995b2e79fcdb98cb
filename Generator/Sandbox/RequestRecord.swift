import WaybillJSON

/// What the list of requests tells of one: nothing secret, and nothing of people.
struct RequestRecord: Sendable {
    /// Counted from 1.
    var number = 0
    /// Milliseconds since 1970.
    var time: Int64
    var method: String
    var path: String
    var operation: String?
    var status = 0
    /// How many requests have come with this one's idempotency key, this one included; nil where it has none.
    var keyUses: Int?
    /// What was asked to go wrong.
    var fault: String?

    var json: JSONValue {
        var object: JSONObject = [
            "number": .number(JSONNumber(number)),
            "at": .string(SandboxMoment.timestamp(time)),
            "method": .string(method),
            "path": .string(path),
            "operation": operation.map { .string($0) } ?? .null,
            "status": .number(JSONNumber(status)),
        ]
        if let keyUses { object["idempotencyKeyUses"] = .number(JSONNumber(keyUses)) }
        if let fault { object["fault"] = .string(fault) }
        return .object(object)
    }
}
