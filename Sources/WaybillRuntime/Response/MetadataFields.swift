import HTTPTypes

/// Reads what an API puts into its header fields; what cannot be read counts as absent.
struct MetadataFields: Sendable {
    private let requestID: HTTPField.Name?
    private let rate: RateFields
    private let replayed: HTTPField.Name?

    init(_ names: MetadataNames) {
        requestID = names.requestID.flatMap(HeaderRule.name)
        rate = RateFields(names.rateLimit)
        replayed = names.replayed.flatMap(HeaderRule.name)
    }

    func read(
        _ response: TransportResponse,
        attempts: Int,
        request: FilledRequest,
        mask: SecretMask,
        now: Duration
    ) -> ResponseMetadata {
        ResponseMetadata(
            status: response.status,
            headers: response.headers,
            attempts: attempts,
            requestID: Self.value(requestID, response.headers).map(mask.masked),
            rateLimits: rate.read(response.headers, now: now),
            isReplayed: Self.value(replayed, response.headers)?.lowercased() == "true",
            body: response.body,
            request: request
        )
    }

    /// A field's value without white space around it; nil where it is empty.
    static func value(_ name: HTTPField.Name?, _ headers: HTTPFields) -> String? {
        guard let name, let text = headers.value(of: name) else { return nil }
        // Nearly all values have none, and need not be looked at by Character.
        if let first = text.utf8.first, let last = text.utf8.last, isPlain(first), isPlain(last) { return text }
        let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return trimmed.isEmpty ? nil : String(trimmed)
    }

    /// Whether a byte is a character of ASCII that can be seen.
    private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
