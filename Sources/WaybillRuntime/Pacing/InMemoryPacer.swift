/// Gives out places in this process's memory.
///
/// ``Pacing/documented`` has one for all clients of the process that have one clock; this is for tests, and for clients that
/// are to share with some others alone.
public final class InMemoryPacer: Pacer {
    private let uptime: @Sendable () -> Duration
    private let logs: PlaceLogs

    /// Makes a pacer.
    /// - Parameter clock: The clock of the clients that use it.
    public convenience init(clock: RuntimeClock = .system) {
        self.init(PlaceLogs(), clock)
    }

    init(_ logs: PlaceLogs, _ clock: RuntimeClock) {
        self.logs = logs
        uptime = clock.uptime
    }

    /// Takes the next place under a key.
    public func reserve(
        _ key: String,
        _ rates: [RequestRate],
        after lead: Duration,
        within limit: Duration?
    ) -> PacePlace? {
        let now = self.now
        guard let place = logs.reserve(key, rates, after: lead, within: limit, now: now) else { return nil }
        return PacePlace(time: .microseconds(place), wait: .microseconds(place - now))
    }

    /// Gives back a place.
    public func release(_ key: String, _ place: PacePlace) {
        logs.release(key, place.microseconds)
    }

    /// Gives out no place under a key for a time.
    public func hold(_ key: String, for duration: Duration) {
        logs.hold(key, until: now + duration.wholeMicroseconds)
    }

    /// What is left of a microsecond does not count.
    private var now: Int64 {
        let (seconds, attoseconds) = uptime().components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}
