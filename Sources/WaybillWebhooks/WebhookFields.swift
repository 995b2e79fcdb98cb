import HTTPTypes
import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// A scheme's header fields, ready to be read and written.
struct WebhookFields: Sendable {
    private let scheme: WebhookSignatureScheme
    private let signature: HTTPField.Name
    private let value: WebhookValueTemplate
    private let id: HTTPField.Name?
    private let timestamp: HTTPField.Name?
    private let timestampItem: WebhookValueTemplate?

    /// - Throws: ``ConfigurationError`` where the scheme contradicts itself.
    init(_ scheme: WebhookSignatureScheme) throws(ConfigurationError) {
        self.scheme = scheme
        guard let value = WebhookValueTemplate(scheme.value, placeholder: "{signature}") else {
            throw ConfigurationError(option: "scheme.value", reason: "must have the placeholder {signature} once")
        }
        self.value = value
        signature = try Self.name(scheme.header)
        id = try scheme.id.map { text throws(ConfigurationError) in try Self.name(text) }
        switch scheme.timestamp {
        case .header(let name):
            timestamp = try Self.name(name)
            timestampItem = nil
        case .inSignature(let item):
            timestamp = nil
            timestampItem = WebhookValueTemplate(item, placeholder: "{timestamp}")
            if timestampItem == nil || scheme.separator == .none {
                throw ConfigurationError(option: "scheme.timestamp", reason: "needs a separator between the items")
            }
        case nil:
            timestamp = nil
            timestampItem = nil
        }
    }

    private static func name(_ name: String) throws(ConfigurationError) -> HTTPField.Name {
        guard let fieldName = HeaderRule.name(name) else {
            throw ConfigurationError(option: "scheme", reason: "has an invalid header field name")
        }
        return fieldName
    }

    /// Reads what a request presents; nil where anything is missing or malformed.
    func presented(in headers: HTTPFields) -> PresentedSignature? {
        guard let field = PresentedSignature.onlyValue(signature, headers) else { return nil }
        var presented = PresentedSignature()
        if let id {
            guard let value = PresentedSignature.onlyValue(id, headers) else { return nil }
            presented.id = value
        }
        if let timestamp {
            guard let value = PresentedSignature.onlyValue(timestamp, headers) else { return nil }
            presented.timestamp = value
        }
        guard readItems(Self.trimmed(Array(field.utf8)), into: &presented) else { return nil }
        guard scheme.timestamp != nil else { return presented }
        guard let seconds = presented.timestamp.flatMap({ PresentedSignature.seconds($0.utf8) }) else { return nil }
        presented.seconds = seconds
        return presented
    }

    /// Takes the signature field apart; false where there is no signature, or not exactly one timestamp that is due.
    private func readItems(_ field: ArraySlice<UInt8>, into presented: inout PresentedSignature) -> Bool {
        for item in items(field) {
            if let code = value.value(in: item), let bytes = SignatureText.bytes(code, scheme.encoding) {
                presented.candidates.append((code, bytes))
            } else if let time = timestampItem?.value(in: item) {
                guard presented.timestamp == nil else { return false }
                presented.timestamp = String(decoding: time, as: UTF8.self)
            }
        }
        return !presented.candidates.isEmpty
    }

    private func items(_ field: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        guard let separator = scheme.separator.rawValue.utf8.first else { return [field] }
        return field.split(separator: separator)
    }

    /// Without the blanks and tabs around it, which are no part of a field's value (RFC 9110, section 5.5).
    private static func trimmed(_ field: [UInt8]) -> ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        var trimmed = field.drop(while: isBlank)
        while let last = trimmed.last, isBlank(last) { trimmed.removeLast() }
        return trimmed
    }

    /// Writes the fields of a request that is signed.
    func fields(signature code: String, timestamp: String?, id: String?) -> HTTPFields {
        var fields = HTTPFields()
        if let name = self.id, let id { fields[name] = id }
        if let name = self.timestamp, let timestamp { fields[name] = timestamp }
        let items = [timestampItem.flatMap { item in timestamp.map { item.text($0) } }, value.text(code)]
        fields[signature] = items.compactMap(\.self).joined(separator: scheme.separator.rawValue)
        return fields
    }
}
