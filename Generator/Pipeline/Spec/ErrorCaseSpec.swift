public import SpecYAML

/// One case of the error enum.
public struct ErrorCaseSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// The codes that lead here; empty where a status does.
    public var codes: [Located<String>] = []
    /// The statuses that lead here; empty where a code does.
    public var statuses: [Located<ClosedRange<Int>>] = []
    /// The model of the details.
    public var details: Located<String>?
    /// What it means.
    public var about: Located<String>?
    /// The name in Swift, where it is not the key.
    public var swiftName: Located<String>?

    /// Makes a case that nothing leads to.
    public init(at location: SourceLocation) {
        self.location = location
    }
}
