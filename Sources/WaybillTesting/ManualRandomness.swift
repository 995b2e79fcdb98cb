/// A source of random numbers that gives the same ones in every run.
public struct ManualRandomness: Sendable, Hashable {
    private enum Source: Hashable {
        case fixed(UInt64)
        case seeded(SplitMix64)
    }

    private var source: Source

    /// Gives the same number every time: 0 makes every jitter the least, `UInt64.max` the largest.
    ///
    /// Made idempotency keys are then all equal.
    public static func fixed(_ value: UInt64) -> ManualRandomness {
        ManualRandomness(source: .fixed(value))
    }

    /// Gives a sequence that depends on the seed alone.
    public static func seeded(_ seed: UInt64) -> ManualRandomness {
        ManualRandomness(source: .seeded(SplitMix64(seed: seed)))
    }

    /// The next number.
    mutating func next() -> UInt64 {
        switch source {
        case .fixed(let value):
            return value
        case .seeded(var generator):
            defer { source = .seeded(generator) }
            return generator.next()
        }
    }
}
