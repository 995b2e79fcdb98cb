import WaybillJSON

/// A delivery, and what has become of it so far.
struct DeliveryRecord: Sendable {
    /// The sandbox's own name for it; receivers never see it.
    let number: String
    /// When it was asked for, in milliseconds since 1970.
    let time: Int64
    let order: DeliveryOrder
    /// The same bytes for every try.
    let body: [UInt8]
    /// The id that every try has, where the webhook has one.
    let id: String?
    private(set) var tries: [DeliveryTry] = []
    /// How many copies are over, acknowledged or given up.
    private var copies = 0
    private var acknowledged = 0
    private var triesOfCopy = 0

    init(number: String, time: Int64, order: DeliveryOrder, body: [UInt8], id: String?) {
        self.number = number
        self.time = time
        self.order = order
        self.body = body
        self.id = id
    }

    /// Whether nothing more is sent.
    var isOver: Bool { copies >= order.times }

    /// Notes a try, and returns the milliseconds until the next one; nil where there is none.
    ///
    /// What was tampered with is not sent again: a refusal is what it is for.
    mutating func note(_ attempt: DeliveryTry, _ plan: RedeliveryPlan) -> Int? {
        tries.append(attempt)
        triesOfCopy += 1
        if !attempt.isAcknowledged, order.tampering == nil, let wait = plan.wait(after: triesOfCopy) { return wait }
        acknowledged += attempt.isAcknowledged ? 1 : 0
        copies += 1
        triesOfCopy = 0
        return isOver ? nil : 0
    }

    var json: JSONValue {
        var object: JSONObject = [
            "delivery": .string(number),
            "at": .string(SandboxMoment.timestamp(time)),
            "webhook": .string(order.webhook),
        ]
        if let challenge = order.challenge {
            object["challenge"] = .string(challenge)
        } else {
            object["example"] = .string(order.example)
        }
        object["url"] = .string(order.address.text)
        object["times"] = .number(JSONNumber(order.times))
        if let tampering = order.tampering { object["tamper"] = .string(tampering.rawValue) }
        if let id = order.id { object["id"] = .string(id) }
        object["state"] = .string(state)
        object["tries"] = .array(tries.map(\.json))
        return .object(object)
    }

    private var state: String {
        guard isOver else { return "under way" }
        return acknowledged == order.times ? "acknowledged" : "not acknowledged"
    }
}
