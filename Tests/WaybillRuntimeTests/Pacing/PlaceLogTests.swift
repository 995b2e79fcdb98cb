import Testing
import WaybillTesting

@testable import WaybillRuntime

@Suite struct PlaceLogTests {
    private static let minute = RequestRate(30, per: .milliseconds(60_500))

    @Test("100 processes: no request too many, and at least 98 % of what the rate allows")
    func campaign() throws {
        var (log, places) = (PlaceLog(), [Int64]())
        var random = SplitMix64(seed: 1)
        // 600 messages at once, which reach the pacer within a second in any order.
        var now = Int64(0)
        for _ in 0..<600 {
            now += Int64(random.next() % 2_000)
            let place = log.reserve([Self.minute], after: .zero, within: nil, now: now)
            places.append(try #require(place))
        }
        let arrivals = places.map { $0 + 20_000 + Int64(random.next() % 200_000) }.sorted()
        #expect(Self.most(arrivals, in: 60_000_000) <= 30)
        let ideal = Double(19 * 60_000_000)
        #expect(Double(places[599] - places[0]) <= ideal / 0.98)
    }

    @Test("steady traffic and more of it than fits: 100 processes for two hours", arguments: [0.7, 1.1])
    func steady(load: Double) throws {
        var (log, arrivals, waits) = (PlaceLog(), [Int64](), [Int64]())
        var random = SplitMix64(seed: 2)
        // Bursts of 1 to 19 messages, on average as many as the load says.
        var now = Int64(0)
        while now < 7_200_000_000 {
            for _ in 0...random.next() % 19 {
                let reserved = log.reserve([Self.minute], after: .zero, within: nil, now: now)
                let place = try #require(reserved)
                waits.append(place - now)
                arrivals.append(place + 20_000 + Int64(random.next() % 200_000))
            }
            now += Int64(Double(random.next() % 40_000_000) / load)
        }
        #expect(Self.most(arrivals.sorted(), in: 60_000_000) <= 30)
        if load < 1 { #expect(waits.allSatisfy { $0 < 600_000_000 }) }
    }

    @Test("whatever is asked for, now or later, given back and held, no window has too many places", arguments: 0..<40)
    func anything(seed: UInt64) {
        var (log, random, now) = (PlaceLog(), SplitMix64(seed: seed), Int64(0))
        let rates = (0..<1 + Int(seed % 3)).map { _ in
            RequestRate(1 + Int(random.next() % 6), per: .milliseconds(1 + Int(random.next() % 50)))
        }
        var (kept, heldUntil) = ([Int64](), Int64(0))
        for _ in 0..<400 {
            switch random.next() % 8 {
            case 0: now += Int64(random.next() % 30_000)
            case 1 where !kept.isEmpty:
                // Places that have come have been used.
                let index = Int(random.next() % UInt64(kept.count))
                if kept[index] > now { log.release(kept.remove(at: index)) }
            case 2:
                heldUntil = max(heldUntil, now + Int64(random.next() % 20_000))
                log.hold(until: heldUntil)
            default:
                let limit = random.next() % 2 == 0 ? nil : Duration.microseconds(random.next() % 40_000)
                let lead = random.next() % 4 == 0 ? Duration.microseconds(random.next() % 60_000) : .zero
                guard let place = log.reserve(rates, after: lead, within: limit, now: now) else { continue }
                #expect(place >= max(now + lead.wholeMicroseconds, heldUntil))
                #expect(limit.map { .microseconds(place - now) <= $0 } ?? true)
                kept.append(place)
            }
        }
        for rate in rates { #expect(Self.most(kept.sorted(), in: rate.window.wholeMicroseconds) <= rate.limit) }
    }

    @Test("what counts no longer is forgotten")
    func forgotten() {
        var log = PlaceLog()
        for turn in 0..<10_000 {
            _ = log.reserve(
                [RequestRate(5, per: .seconds(10))],
                after: .zero,
                within: nil,
                now: Int64(turn) * 3_000_000
            )
        }
        #expect(log.places.count <= 10)
    }

    @Test("lengths are rounded up to microseconds, and are bounded")
    func lengths() {
        #expect(Duration.nanoseconds(1_001).wholeMicroseconds == 2)
        #expect(Duration.seconds(-1).wholeMicroseconds == 0)
        #expect(Duration.seconds(Int64.max).wholeMicroseconds == 63_244_800_000_000)
    }

    /// The most places within any window.
    private static func most(_ places: [Int64], in window: Int64) -> Int {
        var (first, most) = (0, 0)
        for last in places.indices {
            while places[last] - places[first] >= window { first += 1 }
            most = max(most, last - first + 1)
        }
        return most
    }
}
