public import Logging
public import WaybillRuntime

/// How a webhook is received.
///
/// A plain value: it is checked when a webhook is made with it.
public struct WebhookConfiguration: Sendable {
    /// How far a signed timestamp may lie from the present, in the past and in the future; nil takes the spec's.
    ///
    /// It must be more than zero: there is no value that turns the check off. A webhook that signs no timestamp cannot
    /// have one.
    public var tolerance: Duration?

    /// The largest body that is looked at, in bytes; nil takes the spec's, 1 MiB unless it says otherwise.
    ///
    /// A larger one is refused before anything of it is hashed.
    public var bodyLimit: Int?

    /// Gets a line where a claim could not be released, and where work has outlived its lease.
    ///
    /// No line has a key, a secret or anyone's data in it. Its metadata says the same for machines: `waybill.webhook` and
    /// `error.type`.
    public var logger: Logger

    /// Are told what becomes of every delivery: for metrics and traces.
    public var observers: [any Observer]

    /// Where the time and the randomness come from; tests move them by hand.
    public var clock: RuntimeClock

    /// Makes a configuration; whatever is left out stays as the API's spec has it.
    public init(
        tolerance: Duration? = nil,
        bodyLimit: Int? = nil,
        logger: Logger = Logger(label: "waybill.webhooks"),
        observers: [any Observer] = [],
        clock: RuntimeClock = .system
    ) {
        self.tolerance = tolerance
        self.bodyLimit = bodyLimit
        self.logger = logger
        self.observers = observers
        self.clock = clock
    }
}
