/// What one spec file may cost to read.
public struct YAMLLimits: Sendable, Hashable {
    /// The largest file, in bytes.
    public var bytes: Int
    /// The deepest nesting of lists and mappings; the root mapping is 1.
    public var depth: Int
    /// The most parser events: one for each text, two for each list and mapping, four for the file.
    public var events: Int
    /// The most errors reported for one file; reading stops at the next one.
    public var errors: Int

    /// Makes limits; the defaults are far above any spec written by hand.
    public init(bytes: Int = 5 << 20, depth: Int = 64, events: Int = 200_000, errors: Int = 100) {
        self.bytes = bytes
        self.depth = depth
        self.events = events
        self.errors = errors
    }
}
