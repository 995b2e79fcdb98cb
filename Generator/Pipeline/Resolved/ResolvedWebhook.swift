package import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) package import WaybillWebhooks

/// What an API sends by itself.
package struct ResolvedWebhook: Sendable {
    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// What else a reader must know.
    package let notes: String?
    /// What the secret, or the public key, is.
    package let secretAbout: String?
    /// How the secret, or the public key, begins; documentation, never a check.
    package let secretLooksLike: String?
    /// How it is signed, known again and answered: what the runtime verifies with.
    package let definition: WebhookDefinition
    /// The type of the event: a union or a model.
    package let event: ResolvedType
    package let vectors: [ResolvedWebhookVector]
    /// Deliveries as they look on the wire.
    package let examples: [ResolvedWebhookExample]
    /// What of it is no published fact, its signature and the like included.
    package let certainty: [Certainty]

    /// Whether a private key signs, so that receivers have public keys and no secret.
    package var hasPublicKey: Bool { definition.scheme.algorithm.hasPublicKey }

    /// Whether a body has several events.
    package var isBatch: Bool { definition.batch.map { _ in true } ?? false }

    /// Whether the receiver's URL is signed, so that it has to be known.
    package var signsURL: Bool { TextTemplate(definition.scheme.signs).placeholders.contains("url") }

    /// The statuses that acknowledge a delivery.
    package var acknowledgements: [Int] { definition.acknowledgement.statuses }
    /// The status that refuses a forged one.
    package var refusal: Int { definition.acknowledgement.refusal }

    /// What the header fields of a delivery say of its event; nil where no header names it, or it is missing.
    package func eventType(in headers: [(name: String, value: String)]) -> String? {
        guard let header = definition.typeHeader?.lowercased() else { return nil }
        return headers.first { $0.name.lowercased() == header }?.value
    }

    /// The words for what a delivery tells, as the spec has them: the cases of its union, or the words that no case has; nil where
    /// the body is neither JSON nor the form that it should be, or has no word and no case is for such bodies.
    /// - Parameter type: What the header says that names the event, where there is one.
    package func eventName(of body: [UInt8], type: String? = nil) -> String? {
        guard let body = definition.body.json(of: body) else { return nil }
        let batch = definition.batch.flatMap { WebhookBatchPath($0) }
        let events = batch?.elements(in: body).map(\.json) ?? [body]
        let names = events.compactMap { json -> String? in
            guard let union = event.union?.value else { return event.text }
            return union.shape(of: json, named: type)?.name ?? union.word(of: json) ?? type
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}

/// A known signature of a webhook.
package struct ResolvedWebhookVector: Sendable {
    /// The secret, or where there are such the public key, as a user would give it.
    package let key: String
    package let body: [UInt8]
    /// The signed time in seconds since 1970.
    package let timestamp: Int?
    package let id: String?
    /// The URL that is called, where it is signed.
    package let url: String?
    /// The signature, without what the header field puts around it.
    package let signature: String
}

/// A delivery as it looks on the wire.
package struct ResolvedWebhookExample: Sendable {
    package let name: String
    package let about: String?
    /// The exact bytes of the body.
    package let body: String
    /// What the header says that names the event; nil where there is none.
    package let type: String?
    /// The shape of each event that it has; nil where the event is no union, or the spec does not know it.
    package let shapes: [ResolvedCase?]
    /// What of it is no published fact.
    package let certainty: [Certainty]
}
