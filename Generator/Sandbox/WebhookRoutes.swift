import Pipeline
import WaybillJSON

/// The control route of deliveries: asks for some, and lists what has become of them.
struct WebhookRoutes {
    let sources: [WebhookSource]

    /// What there is to deliver, and the last deliveries, oldest first.
    func list(_ state: SandboxState) -> SandboxAnswer {
        SandboxAnswer(
            status: 200,
            json: [
                "webhooks": .array(sources.map(Self.describe)),
                "deliveries": .array(state.deliveries.map(\.json)),
            ]
        )
    }

    /// Takes one delivery, or a list of them; they are sent by whoever owns the state.
    func take(
        _ json: JSONValue,
        _ state: inout SandboxState,
        at moment: SandboxMoment
    ) throws(WebhookProblem) -> JSONValue {
        var records: [DeliveryRecord] = []
        for element in json.arrayValue ?? [json] { records.append(try record(element, at: moment)) }
        state.add(records)
        return ["deliveries": .array(records.map(\.json))]
    }

    private func record(_ json: JSONValue, at moment: SandboxMoment) throws(WebhookProblem) -> DeliveryRecord {
        let order = try DeliveryNotation(sources: sources).read(json)
        guard let source = sources.first(where: { $0.webhook.name == order.webhook }) else {
            throw WebhookProblem("there is no webhook \(order.webhook)")
        }
        let body = try source.body(for: order)
        let id = order.id ?? "msg_" + moment.hex(24)
        // What cannot be signed is refused now, and not when it is due.
        _ = try source.message(for: order, body: body, id: id, at: moment.seconds)
        return DeliveryRecord(
            number: "del_" + moment.hex(16),
            time: moment.milliseconds,
            order: order,
            body: body,
            id: id
        )
    }

    private static func describe(_ source: WebhookSource) -> JSONValue {
        let webhook = source.webhook
        return [
            "webhook": .string(webhook.name),
            "url": source.address.map { .string($0.text) } ?? .null,
            "acknowledge": .array(webhook.acknowledgements.map { .number(JSONNumber($0)) }),
            "examples": .array(webhook.examples.map { .string($0.name) }),
        ]
    }
}
