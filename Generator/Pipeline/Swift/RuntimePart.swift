/// A module of the runtime that only some APIs need; its word in a line of Package.swift: `client("Name", with: webhooks)`.
public enum RuntimePart: String, Sendable, Hashable, CaseIterable {
    /// WaybillSigning, where requests are signed.
    case signing
    /// WaybillWebhooks, where the service sends events.
    case webhooks
}
