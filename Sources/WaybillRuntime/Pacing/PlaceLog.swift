/// The places that were given out under one key, as far as they still count: what every pacer decides by.
///
/// A place has to lie a window after the one that is as many places from the end as the window allows. That holds too where
/// a later place exists, since one was given back or one was to be further away: all within a window of such a place are among
/// those last ones, one fewer than the limit.
///
/// Times are microseconds on any clock.
package struct PlaceLog: Sendable {
    /// In ascending order.
    package private(set) var places: [Int64] = []
    private var heldUntil = Int64.min

    package init() {}

    /// Takes the next place that is the lead away, or further; nil, with nothing taken, where it is more than the limit away.
    package mutating func reserve(
        _ rates: [RequestRate],
        after lead: Duration,
        within limit: Duration?,
        now: Int64
    ) -> Int64? {
        let longest = rates.map(\.window.wholeMicroseconds).max() ?? 0
        places.removeAll { $0 <= now - longest }
        var place = max(now + lead.wholeMicroseconds, heldUntil)
        for rate in rates where places.count >= max(1, rate.limit) {
            place = max(place, places[places.count - max(1, rate.limit)] + rate.window.wholeMicroseconds)
        }
        if let limit, .microseconds(place - now) > limit { return nil }
        places.insert(place, at: places.lastIndex { $0 <= place }.map { $0 + 1 } ?? 0)
        return place
    }

    /// Gives back a place.
    package mutating func release(_ place: Int64) {
        if let index = places.lastIndex(of: place) { places.remove(at: index) }
    }

    /// Gives out no place before a time.
    package mutating func hold(until time: Int64) { heldUntil = max(heldUntil, time) }
}

extension Duration {
    /// The duration in whole microseconds, not shorter than it is; two years at most.
    package var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = min(self, .seconds(63_244_800)).components
        return max(0, seconds * 1_000_000 + (attoseconds + 999_999_999_999) / 1_000_000_000_000)
    }
}
