/// A wait for something that polling shows.
@_spi(Generated)
public struct Wait: Sendable {
    /// The waiter: resource and name, such as `messages.waitUntilDone`.
    public let name: String
    /// What is waited for, such as a message's id.
    public let subject: String
    /// How long to go on polling.
    public let timeout: Duration
    /// How long to wait between two polls.
    public let interval: Duration

    /// Describes a wait; its durations are checked when it begins.
    public init(name: String, subject: String, timeout: Duration, interval: Duration) {
        self.name = name
        self.subject = subject
        self.timeout = timeout
        self.interval = interval
    }

    /// What makes no sense in it.
    var violations: [ArgumentViolation] {
        var arguments = ArgumentChecker()
        if let fault = Timeouts.fault(in: timeout) { arguments.refuse("timeout", fault) }
        if let fault = Timeouts.fault(in: interval) { arguments.refuse("interval", fault) }
        return arguments.violations
    }
}
