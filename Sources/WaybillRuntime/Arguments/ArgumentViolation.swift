/// One argument that was refused before anything was sent.
public struct ArgumentViolation: Sendable, Hashable, CustomStringConvertible {
    /// The argument, such as `phone` or `recipients[2].mobileNo`.
    public let argument: String

    /// What was expected; never the value itself, unless it is none of those that the client was made with.
    public let reason: String

    /// Makes a violation, for tests of code that shows them.
    public init(argument: String, reason: String) {
        self.argument = argument
        self.reason = reason
    }

    /// The argument and the reason: `phone must not be blank`.
    public var description: String { "\(argument) \(reason)" }
}
