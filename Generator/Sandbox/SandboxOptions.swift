/// How a sandbox differs from what its spec says.
public struct SandboxOptions: Sendable {
    /// The port on 127.0.0.1; 0 takes any that is free.
    public var port: UInt16
    /// Credentials by name, in place of those of the spec's `sandbox.credentials`.
    public var credentials: [String: String]
    /// The rate that is enforced; nil: the spec's, where it has one.
    public var rate: SandboxRate?
    /// The largest body of a request in bytes; a larger one is answered with 413.
    public var bodyLimit: Int
    /// How long tokens are good for, in milliseconds; nil: as the spec has it, else an hour.
    public var tokenLifetime: Int?
    /// Where the deliveries of a webhook go unless they say otherwise: URLs by the webhook's name.
    public var webhooks: [String: String] = [:]
    /// Secrets by the webhook's name, in place of the sandbox's own.
    public var webhookSecrets: [String: String] = [:]
    /// The tokens of challenges by the webhook's name, in place of the sandbox's own.
    public var webhookTokens: [String: String] = [:]
    /// When a delivery that was not acknowledged is sent again.
    public var redelivery = RedeliveryPlan()

    /// Makes options; without arguments everything is as the spec says.
    public init(
        port: UInt16 = 0,
        credentials: [String: String] = [:],
        rate: SandboxRate? = nil,
        bodyLimit: Int = 10 << 20
    ) {
        self.port = port
        self.credentials = credentials
        self.rate = rate
        self.bodyLimit = bodyLimit
    }

    /// The milliseconds of `500ms`, `30s`, `5m` or `1h`; nil for any other text.
    public static func milliseconds(parsing text: String) -> Int? { Milliseconds.parse(text) }
}
