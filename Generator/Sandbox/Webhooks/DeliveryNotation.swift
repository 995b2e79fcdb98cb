import Pipeline
import WaybillJSON

/// Reads deliveries as they are asked for by the control route.
struct DeliveryNotation {
    let sources: [WebhookSource]

    func read(_ json: JSONValue) throws(WebhookProblem) -> DeliveryOrder {
        guard let object = json.objectValue else { throw WebhookProblem("a delivery is an object") }
        let known = ["webhook", "example", "challenge", "url", "times", "tamper", "id"]
        for (key, _) in object where !known.contains(key) {
            throw WebhookProblem("a delivery has no member \(key); it may have \(known.joined(separator: ", "))")
        }
        let source = try source(object["webhook"])
        let examples = source.webhook.examples.map(\.name)
        let challenge = try challenge(object, source)
        let example = challenge == nil ? try word("example", object["example"], among: examples) : ""
        var order = DeliveryOrder(
            webhook: source.webhook.name,
            example: example,
            address: try address(object["url"], source)
        )
        if let times = object["times"] { order.times = try number("times", times, upTo: DeliveryOrder.mostTimes) }
        order.challenge = challenge
        order.tampering = try tampering(object["tamper"])
        order.id = try id(object["id"])
        return order
    }

    /// The text of a challenge, which has no example and no id.
    private func challenge(_ object: JSONObject, _ source: WebhookSource) throws(WebhookProblem) -> String? {
        guard let json = object["challenge"], !json.isNull else { return nil }
        guard object["example"] == nil, object["id"] == nil else {
            throw WebhookProblem("a challenge has no example and no id")
        }
        guard let text = json.stringValue else { throw WebhookProblem("challenge must be a text") }
        guard source.webhook.hasChallenge else {
            throw WebhookProblem("\(source.webhook.name) has no challenges")
        }
        return text
    }

    private func source(_ json: JSONValue?) throws(WebhookProblem) -> WebhookSource {
        guard !sources.isEmpty else { throw WebhookProblem("this API has no webhooks") }
        if json == nil, sources.count == 1 { return sources[0] }
        let name = try word("webhook", json, among: sources.map(\.webhook.name))
        guard let source = sources.first(where: { $0.webhook.name == name }) else {
            throw WebhookProblem("there is no webhook \(name)")
        }
        return source
    }

    private func address(_ json: JSONValue?, _ source: WebhookSource) throws(WebhookProblem) -> WebhookAddress {
        guard let json else {
            if let address = source.address { return address }
            let name = source.webhook.name
            throw WebhookProblem("url is missing, and the sandbox was started without --webhook \(name)=URL")
        }
        guard let address = json.stringValue.flatMap(WebhookAddress.init) else {
            throw WebhookProblem("url must be an http or https URL")
        }
        return address
    }

    private func tampering(_ json: JSONValue?) throws(WebhookProblem) -> WebhookTampering? {
        guard let json, !json.isNull else { return nil }
        return WebhookTampering(
            rawValue: try word("tamper", json, among: WebhookTampering.allCases.map(\.rawValue))
        )
    }

    private func id(_ json: JSONValue?) throws(WebhookProblem) -> String? {
        guard let json, !json.isNull else { return nil }
        guard let id = json.stringValue, !id.isEmpty, id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw WebhookProblem("id must be a text of letters, digits and marks")
        }
        return id
    }

    private func number(_ key: String, _ json: JSONValue, upTo limit: Int) throws(WebhookProblem) -> Int {
        guard let number = json.intValue, (1...limit).contains(number) else {
            throw WebhookProblem("\(key) must be a whole number from 1 to \(limit)")
        }
        return number
    }

    private func word(_ key: String, _ json: JSONValue?, among words: [String]) throws(WebhookProblem) -> String {
        guard let word = json?.stringValue, words.contains(word) else {
            throw WebhookProblem("\(key) must be one of " + words.joined(separator: ", "))
        }
        return word
    }
}
