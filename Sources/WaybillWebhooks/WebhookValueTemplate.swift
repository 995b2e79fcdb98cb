/// A header field's item with one placeholder in it, such as `v1,{signature}`.
struct WebhookValueTemplate: Sendable, Hashable {
    private let prefix: [UInt8]
    private let suffix: [UInt8]

    /// Nil where the placeholder does not stand in it exactly once.
    init?(_ template: String, placeholder: String) {
        let parts = template.split(separator: placeholder, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        prefix = Array(parts[0].utf8)
        suffix = Array(parts[1].utf8)
    }

    /// What stands for the placeholder; nil where the item is another one.
    func value(in item: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard item.count > prefix.count + suffix.count, item.starts(with: prefix),
            item.suffix(suffix.count).elementsEqual(suffix)
        else { return nil }
        return item.dropFirst(prefix.count).dropLast(suffix.count)
    }

    /// The item with a text for the placeholder.
    func text(_ value: String) -> String {
        String(decoding: prefix, as: UTF8.self) + value + String(decoding: suffix, as: UTF8.self)
    }
}
