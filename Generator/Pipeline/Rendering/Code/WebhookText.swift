@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// Says in words what a user of a webhook must know.
enum WebhookText {
    /// What keeps a delivery from being sent again by somebody else.
    static func replay(_ webhook: ResolvedWebhook) -> String {
        let scheme = webhook.definition.scheme
        let key = webhook.hasPublicKey ? "key" : "secret"
        guard scheme.timestamp != nil else {
            return """
                The service signs no time: a copy of a delivery stays valid as long as the \(key) is in use, so have each \
                one claimed in a store, by `process(body:headers:store:lease:_:)`.
                """
        }
        let limit = scheme.tolerance ?? WebhookSignatureScheme.standardTolerance
        let tolerance = DurationText.words(limit.milliseconds)
        return """
            The signed time may be off by \(tolerance) in either direction, or by what the configuration says; within that a \
            copy of a delivery is valid, so have each one claimed in a store, by `process(body:headers:store:lease:_:)`.
            """
    }

    /// What copies of a delivery are known by.
    static func deduplication(_ webhook: ResolvedWebhook) -> String {
        let key =
            switch webhook.definition.deduplication {
            case .signature where webhook.definition.scheme.algorithm == .p256: "all that is signed, since it has no id"
            case .signature: "its signature, since it has no id"
            case .field(let path): "its `\(path)`"
            case .header(let name): "its header `\(name)`"
            }
        return "A repeated delivery is known by \(key), for \(hours(webhook.definition.keepFor.milliseconds))."
    }

    /// Where the events of a body stand that has several.
    static func batch(_ webhook: ResolvedWebhook) -> String? {
        guard let path = webhook.definition.batch else { return nil }
        let place = path == "[]" ? "is a list of events" : "has several events, at `\(path)`"
        return "A body \(place): each is delivered, claimed and worked on by itself, and all are answered for at once."
    }

    /// Which header names the event.
    static func type(_ webhook: ResolvedWebhook) -> String? {
        guard let header = webhook.definition.typeHeader else { return nil }
        return """
            The header `\(header)` names the event. The signature does not cover it: whoever has a copy of a delivery could \
            send it under another name, so claim each one in a store.
            """
    }

    /// How the service asks whether its receiver is there.
    static func challenge(_ webhook: ResolvedWebhook) -> String? {
        guard let challenge = webhook.definition.challenge else { return nil }
        let proof =
            switch challenge.proof {
            case .token: "that has the token which it was given"
            case .signature: "that is signed as deliveries are"
            case .none: "that anybody could make"
            }
        return """
            The service asks whether its receiver is there, by a \(challenge.method.rawValue) \(proof). Hand each request to \
            `answer(method:query:headers:body:)` first; what it has no answer for is received.
            """
    }

    static func acknowledgement(_ webhook: ResolvedWebhook) -> String {
        let statuses = webhook.definition.acknowledgement.statuses.map { String($0) }
        let last = statuses.last ?? "200"
        let list = statuses.count > 1 ? statuses.dropLast().joined(separator: ", ") + " or \(last)" : last
        let answers = webhook.definition.acknowledgement
        return """
            Answer with \(list) once the event is safe; every other status has the service send it again: \
            \(answers.refusal) where the signature does not hold, \(answers.busy) for a copy of an event that is being worked \
            on.
            """
    }

    private static func hours(_ milliseconds: Int) -> String {
        let (hours, rest) = milliseconds.quotientAndRemainder(dividingBy: 3_600_000)
        return rest == 0 && hours > 0 ? "\(hours) h" : DurationText.words(milliseconds)
    }
}
