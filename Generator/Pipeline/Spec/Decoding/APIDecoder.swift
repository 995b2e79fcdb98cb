import SpecYAML

/// Reads api.yaml, all but its definitions.
enum APIDecoder {
    /// The version of the dialect that this decoder reads.
    static let version = 1

    /// The API without resources and definitions.
    static func decode(_ root: YAMLNode, into log: inout DecodingLog) -> Spec? {
        guard let reader = MappingReader(root, as: .api, into: &log) else { return nil }
        checkVersion(reader, into: &log)
        guard let name = reader.text("api", into: &log) else { return nil }
        var spec = Spec(api: name)
        spec.about = reader.text("about", into: &log)
        spec.notes = reader.text("notes", into: &log)
        spec.docs = reader.text("docs", into: &log)
        spec.clients = reader.named("clients", into: &log, of: ClientDecoder.decode)
        envelope(reader, of: &spec, into: &log)
        behaviour(reader, of: &spec, into: &log)
        return spec
    }

    private static func checkVersion(_ reader: MappingReader, into log: inout DecodingLog) {
        guard let node = reader["waybill"], node.scalar?.int != version else { return }
        let message = "this tool reads version \(version) of the dialect; write 'waybill: \(version)'"
        log.lose(.version, message, at: node.location)
    }

    private static func envelope(_ reader: MappingReader, of spec: inout Spec, into log: inout DecodingLog) {
        let envelope = EnvelopeDecoder.decode(reader, into: &log)
        spec.envelope = envelope.single.flatMap { $0.value.isEmpty ? nil : $0 }
        spec.envelopes = envelope.candidates
    }

    private static func behaviour(_ reader: MappingReader, of spec: inout Spec, into log: inout DecodingLog) {
        if let metadata = reader.nested("metadata", as: .metadata, into: &log) {
            spec.metadata = self.metadata(metadata, into: &log)
        }
        if let rate = reader.nested("rate", as: .rate, into: &log) { spec.rate = self.rate(rate, into: &log) }
        if let timeouts = reader.nested("timeouts", as: .timeouts, into: &log) {
            spec.timeouts.connect = timeouts.duration("connect", into: &log)
            spec.timeouts.attempt = timeouts.duration("attempt", into: &log)
            spec.timeouts.call = timeouts.duration("call", into: &log)
        }
        if let retry = reader.nested("retry", as: .retry, into: &log) {
            spec.retry = RetryDecoder.decode(retry, into: &log)
        }
        if let errors = reader.nested("errors", as: .errors, into: &log) {
            spec.errors = ErrorsDecoder.decode(errors, into: &log)
        }
        if let sandbox = reader.nested("sandbox", as: .apiSandbox, into: &log) {
            spec.sandbox = self.sandbox(sandbox, into: &log)
        }
    }

    private static func metadata(_ reader: MappingReader, into log: inout DecodingLog) -> MetadataSpec {
        var metadata = MetadataSpec()
        metadata.requestID = reader.text("requestID", into: &log)
        metadata.replayed = reader.text("replayed", into: &log)
        if let rateLimit = reader.nested("rateLimit", as: .rateLimitHeaders, into: &log) {
            metadata.rateLimitLimit = rateLimit.text("limit", into: &log)
            metadata.rateLimitRemaining = rateLimit.text("remaining", into: &log)
        }
        return metadata
    }

    private static func rate(_ reader: MappingReader, into log: inout DecodingLog) -> RateSpec? {
        let limit = reader.int("limit", into: &log)
        let window = reader.duration("per", into: &log)
        guard let limit, let window else { return nil }
        return RateSpec(limit: limit, window: window, about: reader.text("about", into: &log))
    }

    private static func sandbox(_ reader: MappingReader, into log: inout DecodingLog) -> APISandboxSpec {
        var sandbox = APISandboxSpec()
        sandbox.credentials = reader.named("credentials", into: &log) { ScalarDecoder.text($0.value, into: &$1) }
        // The situations are fixed words, which the reader of their own kind checks.
        _ = reader.nested("errors", as: .sandboxErrors, into: &log)
        sandbox.errors = reader.named("errors", into: &log) { ScalarDecoder.text($0.value, into: &$1) }
        return sandbox
    }
}
