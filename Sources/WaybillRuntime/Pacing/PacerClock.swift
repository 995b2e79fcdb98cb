/// What a process knows of a pacer's clock: how far its own is behind.
///
/// A pacer decided at some moment between the question and its answer, so that each exchange bounds the difference from both
/// sides, and the fastest one most closely. That matters where answers are slow: a process that counted every wait from the moment
/// when its answer came would send now early and now late, and a window would have more requests than places.
struct PacerClock: Sendable {
    /// When a place comes by the clock of this process.
    struct Due: Sendable, Hashable {
        let earliest: Duration
        let latest: Duration

        /// The best guess: both ways of an exchange take about the same time.
        var time: Duration { (earliest + latest) / 2 }
    }

    private var least = Duration.zero
    private var most = Duration.zero
    private var updated: Duration?

    /// When a place comes that was asked for and answered at these moments of uptime.
    mutating func due(_ place: PacePlace, asked: Duration, answered: Duration) -> Due {
        let now = place.time - place.wait
        var (least, most) = (now - answered, now - asked)
        if let updated {
            // Two clocks drift apart by a second in several hours, if they are set by a third one.
            let drift = max(.zero, answered - updated) / 5_000
            let (kept, keptMost) = (max(least, self.least - drift), min(most, self.most + drift))
            // Otherwise one of the clocks has been set.
            if kept <= keptMost { (least, most) = (kept, keptMost) }
        }
        (self.least, self.most, updated) = (least, most, answered)
        return Due(earliest: place.time - most, latest: place.time - least)
    }
}
