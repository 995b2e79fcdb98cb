/// The documented rate of an API: documentation, and what the sandbox enforces.
public struct RateSpec: Sendable {
    /// How many requests fit into the window.
    public var limit: Located<Int>
    /// The window's length in milliseconds.
    public var window: Located<Int>
    /// What the vendor says of it.
    public var about: Located<String>?

    /// Makes a rate of so many requests in so many milliseconds.
    public init(limit: Located<Int>, window: Located<Int>, about: Located<String>?) {
        self.limit = limit
        self.window = window
        self.about = about
    }
}
