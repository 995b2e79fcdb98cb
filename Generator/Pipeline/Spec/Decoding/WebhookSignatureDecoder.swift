import SpecYAML

/// Reads how a webhook is signed: `signature`, and `id`, `timestamp` and `tolerance` beside it.
enum WebhookSignatureDecoder {
    /// The signature of a webhook.
    static func decode(_ webhook: MappingReader, into log: inout DecodingLog) -> WebhookSignatureSpec? {
        guard let reader = webhook.nested("signature", as: .webhookSignature, into: &log) else { return nil }
        let algorithm = reader.word("algorithm", SignatureSpec.Algorithm.self, into: &log)
        let encoding = reader.word("encoding", SignatureSpec.Encoding.self, into: &log)
        let signs = reader.text("signs", into: &log)
        let header = reader.nested("header", as: .webhookHeader, into: &log)
        let name = header?.text("name", into: &log)
        guard let algorithm, let encoding, let signs, let header, let name else { return nil }
        var signature = WebhookSignatureSpec(
            at: reader.location,
            algorithm: algorithm,
            encoding: encoding,
            signs: signs,
            headerName: name,
            headerValue: header.text("value", into: &log) ?? Located("{signature}", at: header.location)
        )
        signature.separator = header["separator"].flatMap { separator($0, into: &log) }
        sources(webhook, of: &signature, into: &log)
        return signature
    }

    /// A blank is no empty text here.
    private static func separator(
        _ node: YAMLNode,
        into log: inout DecodingLog
    ) -> Located<WebhookSignatureSpec.Separator>? {
        guard let text = ScalarDecoder.rawText(node, into: &log), text.value != "none" else { return nil }
        if let separator = WebhookSignatureSpec.Separator(rawValue: text.value) {
            return Located(separator, at: node.location)
        }
        ScalarDecoder.unknownWord(text, among: ["none", "\" \"", "\",\""], into: &log)
        return nil
    }

    private static func sources(
        _ webhook: MappingReader,
        of signature: inout WebhookSignatureSpec,
        into log: inout DecodingLog
    ) {
        signature.idHeader = webhook.nested("id", as: .webhookID, into: &log)?.text("header", into: &log)
        if let reader = webhook.nested("timestamp", as: .webhookTimestamp, into: &log) {
            signature.timestamp = timestamp(reader, into: &log)
        }
        signature.tolerance = webhook.duration("tolerance", into: &log)
    }

    private static func timestamp(
        _ reader: MappingReader,
        into log: inout DecodingLog
    ) -> WebhookSignatureSpec.Timestamp? {
        let header = reader.text("header", into: &log)
        let place = reader.word("in", TimestampPlace.self, into: &log)
        let value = reader.text("value", into: &log)
        switch (header, place, value) {
        case (let header?, nil, nil): return .header(header)
        case (nil, .some, let value?): return .inSignature(value: value)
        default:
            let message = "write '{ header: <name> }', or '{ in: signature, value: \"t={timestamp}\" }'"
            log.lose(.missingKey, message, at: reader.location)
            return nil
        }
    }

    private enum TimestampPlace: String, CaseIterable {
        case signature
    }
}
