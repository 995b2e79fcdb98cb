/// Inputs made of others by chance, the same ones for the same seed: what a fuzzer does, in small.
struct RandomChanges: Sequence, IteratorProtocol {
    private let seeds: [[UInt8]]
    private var rest: Int
    /// The state of Steele, Lea and Flood's generator (2014).
    private var state: UInt64

    /// Prepares changes of seeds.
    ///
    /// - Parameters:
    ///   - seeds: What is changed.
    ///   - count: How many inputs there are.
    init(of seeds: [[UInt8]], count: Int, seed: UInt64 = 1) {
        self.seeds = seeds
        rest = seeds.isEmpty ? 0 : count
        state = seed
    }

    mutating func next() -> [UInt8]? {
        guard rest > 0 else { return nil }
        rest -= 1
        var input = seeds[number(below: seeds.count)]
        for _ in 0...number(below: 4) { change(&input) }
        return input
    }

    private mutating func change(_ input: inout [UInt8]) {
        let place = number(below: input.count + 1)
        let end = Swift.min(input.count, place + 1 + number(below: 16))
        switch number(below: 7) {
        case 0 where place < input.count: input[place] ^= 1 << UInt8(number(below: 8))
        case 1 where place < input.count: input[place] = UInt8(number(below: 256))
        case 2: input.insert(Self.marks[number(below: Self.marks.count)], at: place)
        case 3: input.removeSubrange(place..<end)
        case 4: input.insert(contentsOf: input[place..<end], at: place)
        case 5: input.removeSubrange(place...)
        default:
            let other = seeds[number(below: seeds.count)]
            let start = number(below: other.count + 1)
            input.insert(contentsOf: other[start...].prefix(1 + number(below: 32)), at: place)
        }
    }

    /// Bytes that mean something in one of the languages.
    private static let marks = Array("\"\\{}[]:,.-+ \n\r\t#*|>&!0189eEZTtu\u{0}\u{7F}é".utf8) + [0xC0, 0xFF]

    private mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(Swift.max(1, bound)))
    }
}
