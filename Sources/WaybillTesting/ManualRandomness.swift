/// A source of random numbers that gives the same ones in every run.
public struct ManualRandomness: Sendable, Hashable {
    private enum Source: Hashable {
        case fixed(UInt64)
        case seeded(UInt64)
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
        ManualRandomness(source: .seeded(seed))
    }

    /// The next number.
    ///
    /// A seeded sequence is SplitMix64 (Steele, Lea and Flood, 2014).
    mutating func next() -> UInt64 {
        switch source {
        case .fixed(let value):
            return value
        case .seeded(let state):
            let moved = state &+ 0x9E37_79B9_7F4A_7C15
            source = .seeded(moved)
            var mixed = (moved ^ (moved >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
