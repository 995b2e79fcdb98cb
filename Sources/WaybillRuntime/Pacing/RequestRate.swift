/// How many requests a service lets through in a window of time that moves along.
public struct RequestRate: Sendable, Hashable {
    /// How many requests fit into the window.
    public let limit: Int

    /// The window's length.
    public let window: Duration

    /// Makes a rate: thirty requests a minute are `RequestRate(30, per: .seconds(60))`.
    public init(_ limit: Int, per window: Duration) {
        self.limit = limit
        self.window = window
    }
}

extension RequestRate {
    /// A fiftieth of the window, and half a second at most: what a request may be early or late on its way.
    var usualMargin: Duration { min(window / 50, .milliseconds(500)) }

    /// The rate with a longer window.
    func adding(_ margin: Duration) -> RequestRate { RequestRate(limit, per: window + margin) }

    /// One of several equal parts of the rate; where a part is less than one request, its window is longer.
    func share(of parts: Int) -> RequestRate {
        limit >= parts ? RequestRate(limit / parts, per: window) : RequestRate(1, per: window * parts / limit)
    }

    /// What makes no sense in it; nil where it can be kept to.
    var fault: String? {
        if limit < 1 { return "must allow at least one request" }
        let lengths = Duration.milliseconds(1) ... .seconds(31_622_400)
        return lengths.contains(window) ? nil : "must have a window of 1 ms to 366 days"
    }
}
