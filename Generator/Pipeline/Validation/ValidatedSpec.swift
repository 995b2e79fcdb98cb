/// A spec in which no rule found an error; only the validator makes one.
public struct ValidatedSpec: Sendable {
    /// The spec.
    public let spec: Spec

    init(proved spec: Spec) {
        self.spec = spec
    }
}
