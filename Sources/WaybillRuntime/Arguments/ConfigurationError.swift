/// Why a client could not be made.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The option: `apiKey`, `configuration.timeouts.attempt`.
    public let option: String

    /// What is wrong with it; never its value.
    public let reason: String

    /// Makes an error, for tests of code that handles it.
    public init(option: String, reason: String) {
        self.option = option
        self.reason = reason
    }

    /// The option and the reason in one line.
    public var description: String { "\(option) \(reason)" }
}
