import Synchronization

/// The places under many keys.
final class PlaceLogs: Sendable {
    private let logs = Mutex<[String: PlaceLog]>([:])

    func reserve(
        _ key: String,
        _ rates: [RequestRate],
        after lead: Duration,
        within limit: Duration?,
        now: Int64
    ) -> Int64? {
        logs.withLock { $0[key, default: PlaceLog()].reserve(rates, after: lead, within: limit, now: now) }
    }

    func release(_ key: String, _ place: Int64) {
        logs.withLock { $0[key]?.release(place) }
    }

    func hold(_ key: String, until time: Int64) {
        logs.withLock { $0[key, default: PlaceLog()].hold(until: time) }
    }
}
