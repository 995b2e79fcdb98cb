import WaybillJSON

/// One try of a delivery.
struct DeliveryTry: Sendable {
    /// Milliseconds since 1970.
    var time: Int64
    var reply: WebhookReply
    var isAcknowledged: Bool

    var json: JSONValue {
        var object: JSONObject = ["at": .string(SandboxMoment.timestamp(time))]
        switch reply {
        case .status(let status): object["status"] = .number(JSONNumber(status))
        case .failure(let reason): object["failure"] = .string(reason)
        }
        object["acknowledged"] = .bool(isAcknowledged)
        return .object(object)
    }
}
