#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where deliveries go: an address of the developer's own.
public struct WebhookAddress: Sendable, Hashable {
    /// The URL, as it was given.
    public let text: String

    /// Takes an http or https URL with a host; nil for any other text.
    public init?(_ text: String) {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = url.host(), !host.isEmpty
        else { return nil }
        self.text = text
    }
}
