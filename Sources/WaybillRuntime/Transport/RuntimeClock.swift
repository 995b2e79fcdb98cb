#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where the runtime takes time and randomness from, so that tests can move both by hand.
public struct RuntimeClock: Sendable {
    /// Time since some fixed moment; it never goes back, and setting the wall clock does not change it.
    ///
    /// For limits and waits.
    public var uptime: @Sendable () -> Duration

    /// Time since 1970-01-01 00:00 UTC by the wall clock.
    ///
    /// For signatures, generated values and `Retry-After` dates.
    public var now: @Sendable () -> Duration

    /// Suspends for a time; throws as soon as the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void

    /// Waits for a transport that has been cancelled; throws as soon as the task is cancelled.
    ///
    /// A clock moved by hand tells it from other sleeps: it must not let it pass before the transport has had its say.
    package var grace: @Sendable (Duration) async throws -> Void

    /// What those have in common who have this clock or a copy of it.
    package var share = ClockShare()

    /// Random bits, good enough for keys that must not repeat.
    public var random: @Sendable () -> UInt64

    /// Makes a clock of closures; see ``system`` for the real one.
    public init(
        uptime: @escaping @Sendable () -> Duration,
        now: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> UInt64
    ) {
        self.uptime = uptime
        self.now = now
        self.sleep = sleep
        grace = sleep
        self.random = random
    }

    /// The system's clock and its random source.
    public static let system: RuntimeClock = {
        let start = ContinuousClock.now
        return RuntimeClock(
            uptime: { ContinuousClock.now - start },
            now: { .seconds(Date().timeIntervalSince1970) },
            sleep: { try await Task.sleep(for: $0, clock: .continuous) },
            random: {
                var generator = SystemRandomNumberGenerator()
                return generator.next()
            }
        )
    }()
}

extension RuntimeClock {
    /// A random number, 0 inclusive to 1 exclusive, with 53 random bits.
    func unitRandom() -> Double { Double(random() >> 11) * 0x1p-53 }

    /// Whole seconds since 1970 by the wall clock.
    package func timestamp() -> Int64 { now().components.seconds }
}
