/// A place under a rate: when a request may go out.
public struct PacePlace: Sendable, Hashable {
    /// How long until the place comes.
    public let wait: Duration

    /// What the pacer knows the place by, among those under its key.
    public let id: String

    /// Makes a place, for pacers.
    public init(wait: Duration, id: String) {
        self.wait = wait
        self.id = id
    }
}
