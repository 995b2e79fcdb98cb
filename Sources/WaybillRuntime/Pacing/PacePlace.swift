/// A place under a rate: when a request may go out.
public struct PacePlace: Sendable, Hashable {
    /// When the place comes, on the pacer's clock: since whatever moment that one counts from, to the microsecond.
    public let time: Duration

    /// How far away that was when the pacer gave the place.
    public let wait: Duration

    /// Makes a place, for pacers.
    public init(time: Duration, wait: Duration) {
        self.time = time
        self.wait = wait
    }

    /// The time in microseconds, as stores keep it.
    package var microseconds: Int64 {
        let (seconds, attoseconds) = time.components
        let bound: Int64 = 9_000_000_000_000
        return min(max(seconds, -bound), bound) * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}
