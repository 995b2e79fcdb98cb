/// Arguments that were refused before anything was sent: all of them, in the order of the checks.
public struct InvalidArguments: Error, Sendable, Hashable, CustomStringConvertible {
    /// One entry for each argument that was refused.
    public let violations: [ArgumentViolation]

    /// Collects violations, for tests of code that handles them.
    public init(violations: [ArgumentViolation]) {
        self.violations = violations
    }

    /// The violations in one line.
    public var description: String { violations.map(\.description).joined(separator: "; ") }
}
