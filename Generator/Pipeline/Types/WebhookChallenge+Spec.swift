@_spi(Generated) import WaybillWebhooks

extension WebhookChallenge {
    /// A challenge as the runtime has it.
    init(_ spec: WebhookChallengeSpec) {
        let proof: Proof =
            switch spec.proof.value {
            case .token(let member): .token(member)
            case .signature: .signature
            case .none: .none
            }
        self.init(
            method: spec.method.value == .get ? .get : .post,
            place: spec.isInQuery ? .query : .body,
            when: spec.when.map { Member($0.name.value, $0.value.value) },
            from: spec.from.value,
            proof: proof,
            answer: spec.answer.map { Member($0.name.value, $0.value.value) }
        )
    }
}

extension WebhookChallengeSpec {
    /// Whether its members stand in the query; else they stand in the body.
    var isInQuery: Bool { (place?.value ?? (method.value == .get ? .query : .body)) == .query }
}
