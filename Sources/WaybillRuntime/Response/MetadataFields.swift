import HTTPTypes

/// Reads what an API puts into its header fields; what cannot be read counts as absent.
struct MetadataFields: Sendable {
    private let requestID: HTTPField.Name?
    private let limit: HTTPField.Name?
    private let remaining: HTTPField.Name?
    private let replayed: HTTPField.Name?

    init(_ names: MetadataNames) {
        requestID = names.requestID.flatMap(HeaderRule.name)
        limit = names.rateLimit?.limit.flatMap(HeaderRule.name)
        remaining = names.rateLimit?.remaining.flatMap(HeaderRule.name)
        replayed = names.replayed.flatMap(HeaderRule.name)
    }

    func read(
        _ response: TransportResponse,
        attempts: Int,
        request: FilledRequest,
        mask: SecretMask
    ) -> ResponseMetadata {
        ResponseMetadata(
            status: response.status,
            headers: response.headers,
            attempts: attempts,
            requestID: value(requestID, response.headers).map(mask.masked),
            rateLimit: rateLimit(response.headers),
            isReplayed: value(replayed, response.headers)?.lowercased() == "true",
            body: response.body,
            request: request
        )
    }

    private func rateLimit(_ headers: HTTPFields) -> RateLimit? {
        let limit = number(limit, headers)
        let remaining = isBelowZero(remaining, headers) ? 0 : number(remaining, headers)
        return limit == nil && remaining == nil ? nil : RateLimit(limit: limit, remaining: remaining)
    }

    private func number(_ name: HTTPField.Name?, _ headers: HTTPFields) -> Int? {
        guard let text = value(name, headers), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// Whether a server counts on below zero once nothing is left.
    private func isBelowZero(_ name: HTTPField.Name?, _ headers: HTTPFields) -> Bool {
        guard let text = value(name, headers), text.hasPrefix("-"), text != "-" else { return false }
        return text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// A field's value without white space around it; nil where it is empty.
    private func value(_ name: HTTPField.Name?, _ headers: HTTPFields) -> String? {
        guard let name, let text = headers[name] else { return nil }
        let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}
