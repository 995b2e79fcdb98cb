public import SpecYAML

/// An operation that polls another one.
public struct WaiterSpec: Sendable {
    /// Where it stands.
    public var location: SourceLocation
    /// What it waits for.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// The operation that is polled, of the same resource.
    public var poll: Located<String>
    /// The predicate of its answer that ends the wait.
    public var until: Located<String>
    /// The field of its answer that the error shows as the last status.
    public var shows: Located<String>?
    /// The time between two polls in milliseconds.
    public var every: Located<Int>
    /// The time after which it gives up, in milliseconds.
    public var timeout: Located<Int>

    /// Makes a waiter from its parts.
    public init(
        at location: SourceLocation,
        poll: Located<String>,
        until: Located<String>,
        every: Located<Int>,
        timeout: Located<Int>
    ) {
        self.location = location
        self.poll = poll
        self.until = until
        self.every = every
        self.timeout = timeout
    }
}
