package import SpecYAML

/// What a spec means: every reference followed, every default filled in, every template taken apart.
///
/// It belongs to no language. Whatever is made of a spec — a client, a sandbox, a comparison — is made of this.
package struct ResolvedAPI: Sendable {
    /// The name as the author wrote it.
    package let name: String
    package let location: SourceLocation
    /// The name in small letters and digits, for user agents and logs.
    package let slug: String
    /// What the API is, in one line.
    package let about: String?
    /// What else a reader must know.
    package let notes: String?
    package let docs: String?
    /// What of it is no published fact, what is said of clients, resources and definitions aside.
    package let certainty: [Certainty]
    /// The windows of the documented rate, for the operations without one of their own.
    package let rates: [ResolvedRate]
    /// Where a success has its value, unless its operation says something else.
    package let envelope: ResolvedEnvelope
    /// The header fields of answers that mean something.
    package let metadata: ResolvedMetadata
    package let timeouts: ResolvedTimeouts
    /// Which failures are worth another attempt, and when.
    package let retry: ResolvedRetry
    package let errors: ResolvedErrors
    /// The clients, in the spec's order.
    package let clients: [ResolvedClient]
    /// The resources, in the spec's order.
    package let resources: [ResolvedResource]
    package let definitions: Definitions
    /// What the API sends by itself.
    package let webhooks: [ResolvedWebhook]
    /// What a sandbox needs to know of the whole API.
    package let sandbox: ResolvedSandbox
    /// All that is no published fact, in the order of files and lines.
    package let allCertainty: [Certainty]

    /// All operations, in the spec's order.
    package var operations: [ResolvedOperation] { resources.flatMap(\.operations) }

    /// Whether one of its clients asks for tokens.
    package var hasTokens: Bool { clients.flatMap(\.allWays).contains { $0.token != nil } }
}

/// A window of a documented rate.
package struct ResolvedRate: Sendable, Hashable {
    /// How many requests fit into the window.
    package let limit: Int
    /// The window's length in milliseconds.
    package let window: Int
    /// What the vendor says of it.
    package let about: String?

    init(_ rate: RateSpec) {
        limit = rate.limit.value
        window = rate.window.value
        about = rate.about?.value
    }
}

/// The header fields of answers that mean something.
package struct ResolvedMetadata: Sendable, Hashable {
    package let requestID: String?
    /// The rate.
    package let rateLimit: ResolvedRateHeaders
    /// Marks a replayed answer.
    package let replayed: String?
}

/// Time limits in milliseconds; nil leaves one to the runtime.
package struct ResolvedTimeouts: Sendable, Hashable {
    /// For making a connection.
    package let connect: Int?
    /// For one attempt, body included.
    package let attempt: Int?
    /// For the whole call with its retries.
    package let call: Int?
}

/// What a sandbox needs to know of the whole API.
package struct ResolvedSandbox: Sendable {
    /// The credentials that it accepts, by name.
    package let credentials: [(name: String, value: String)]
    /// The error code that it answers with, by why it refuses.
    package let errors: [(refusal: String, code: String)]
}
