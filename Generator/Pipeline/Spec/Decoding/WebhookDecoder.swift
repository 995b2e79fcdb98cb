import SpecYAML

/// Reads one webhook, all but its signature.
enum WebhookDecoder {
    /// The webhook under a name.
    static func decode(_ member: YAMLMember, file: String, into log: inout DecodingLog) -> WebhookSpec? {
        guard let reader = MappingReader(member.value, as: .webhook, owner: member.keyLocation, into: &log) else {
            return nil
        }
        let signature = WebhookSignatureDecoder.decode(reader, into: &log)
        let deduplicate = reader["deduplicate"].flatMap { deduplication($0, into: &log) }
        let refuse = reader.status("refuse", into: &log)
        let event = reader.text("event", into: &log)
        guard let signature, let deduplicate, let refuse, let event else { return nil }
        var webhook = WebhookSpec(
            at: reader.location,
            file: file,
            signature: signature,
            deduplicate: deduplicate,
            refuse: refuse,
            event: event
        )
        texts(reader, of: &webhook, into: &log)
        webhook.time = time(reader, into: &log)
        webhook.keepFor = reader.duration("keepFor", into: &log)
        webhook.acknowledge = reader.list("acknowledge", into: &log, of: ScalarDecoder.status)
        webhook.bodyLimit = reader["bodyLimit"].flatMap { ScalarDecoder.size($0, into: &log) }
        webhook.vectors = reader.list("vectors", into: &log, of: vector)
        webhook.examples = reader.named("examples", into: &log, of: example)
        return webhook
    }

    private static func texts(_ reader: MappingReader, of webhook: inout WebhookSpec, into log: inout DecodingLog) {
        webhook.about = reader.text("about", into: &log)
        webhook.notes = reader.text("notes", into: &log)
        guard let secret = reader.nested("secret", as: .webhookSecret, into: &log) else { return }
        webhook.secret.about = secret.text("about", into: &log)
        webhook.secret.looksLike = secret.text("looksLike", into: &log)
        webhook.secret.encoding = secret.word("encoding", WebhookSecretSpec.Encoding.self, into: &log)
        webhook.secret.prefix = secret.text("prefix", into: &log)
    }

    private static func time(_ reader: MappingReader, into log: inout DecodingLog) -> WebhookTimeSpec? {
        guard let time = reader.nested("time", as: .webhookTime, into: &log),
            let field = time.text("field", into: &log),
            let type = time.word("type", WebhookTimeSpec.Form.self, into: &log)
        else { return nil }
        return WebhookTimeSpec(field: field, type: type)
    }

    private static func deduplication(
        _ node: YAMLNode,
        into log: inout DecodingLog
    ) -> Located<WebhookDeduplicationSpec>? {
        guard node.mapping != nil else {
            guard let word = ScalarDecoder.text(node, into: &log) else { return nil }
            if word.value == "signature" { return Located(.signature, at: node.location) }
            let known = ["signature", "{ field: <path> }", "{ header: <name> }"]
            ScalarDecoder.unknownWord(word, among: known, into: &log)
            return nil
        }
        guard let reader = MappingReader(node, as: .webhookDeduplication, into: &log) else { return nil }
        let field = reader.text("field", into: &log)
        let header = reader.text("header", into: &log)
        switch (field, header) {
        case (let field?, nil): return Located(.field(field.value), at: field.location)
        case (nil, let header?): return Located(.header(header.value), at: header.location)
        default:
            let message = "'deduplicate' needs 'field' or 'header', one of them, or the word 'signature'"
            log.lose(.missingKey, message, at: node.location)
            return nil
        }
    }

    private static func vector(_ node: YAMLNode, into log: inout DecodingLog) -> WebhookVectorSpec? {
        guard let reader = MappingReader(node, as: .webhookVector, into: &log) else { return nil }
        let body = BytesDecoder.body(reader, keys: ["body", "bodyHex", "bodyBase64"], into: &log)
        let secret = reader.text("secret", into: &log)
        let signature = reader.text("signature", into: &log)
        guard let body, let secret, let signature else { return nil }
        var vector = WebhookVectorSpec(at: node.location, secret: secret, body: body, signature: signature)
        vector.timestamp = reader.int("timestamp", into: &log)
        vector.id = reader.text("id", into: &log)
        return vector
    }

    private static func example(_ member: YAMLMember, into log: inout DecodingLog) -> WebhookExampleSpec? {
        guard let reader = MappingReader(member.value, as: .webhookExample, owner: member.keyLocation, into: &log),
            let body = reader.text("body", into: &log)
        else { return nil }
        var example = WebhookExampleSpec(at: reader.location, body: body)
        example.about = reader.text("about", into: &log)
        return example
    }
}
