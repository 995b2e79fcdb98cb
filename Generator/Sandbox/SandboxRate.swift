import Pipeline

/// How many requests of one credential fit into a sliding window.
public struct SandboxRate: Sendable, Hashable {
    /// The number of requests.
    public var limit: Int
    /// The length of the window in milliseconds.
    public var window: Int

    /// Makes a rate of so many requests in so many milliseconds.
    public init(limit: Int, window: Int) {
        self.limit = limit
        self.window = window
    }

    init(_ rate: ResolvedRate) {
        self.init(limit: rate.limit, window: rate.window)
    }

    /// Reads `5/2s`, `30/1m` or `100/500ms`; nil where the text is something else or one of its numbers is not positive.
    public init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let limit = Int(parts[0]), limit > 0 else { return nil }
        guard let window = Milliseconds.parse(parts[1]), window > 0 else { return nil }
        self.init(limit: limit, window: window)
    }
}
