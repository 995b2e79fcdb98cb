/// Random numbers that are the same for the same seed (SplitMix64).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    /// Begins with a seed.
    init(seed: UInt64) { state = Self.mixed(seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in so many times.
    mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

    /// A number up to this one.
    mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &self) }

    /// One of the elements.
    mutating func one<Element>(of elements: [Element]) -> Element { elements[upTo(elements.count - 1)] }
}
