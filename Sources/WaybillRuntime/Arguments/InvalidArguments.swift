/// Arguments that were refused before anything was sent: all of them, in the order of the checks.
public struct InvalidArguments: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let violations: [ArgumentViolation]

    /// Makes a value.
    public init(violations: [ArgumentViolation]) {
        self.violations = violations
    }

    /// The violations in one line.
    public var description: String { violations.map(\.description).joined(separator: "; ") }
}
