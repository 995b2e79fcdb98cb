import TestSupport
import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct ClaimTableTests {
    private func key(_ number: Int) -> ClaimTable.Key {
        ClaimTable.Key(high: 0, low: UInt64(truncatingIfNeeded: number))
    }

    @Test("A hundred thousand random steps agree with a list that is searched through")
    func model() {
        var generator = SplitMix64(seed: 3)
        var table = ClaimTable(capacity: 20)
        var list: [(key: Int, end: Int64)] = []
        var now: Int64 = 0
        var differences = 0
        for _ in 0..<100_000 {
            now += Int64.random(in: 0...2, using: &generator)
            let number = Int.random(in: 0..<40, using: &generator)
            if Int.random(in: 0..<4, using: &generator) == 0 {
                table.release(key(number))
                list.removeAll { $0.key == number }
                continue
            }
            let end = now + Int64.random(in: 0...60, using: &generator)
            let verdict = table.claim(key(number), now: now, until: end)
            // The table forgets what has ended from the front on; what is behind a longer claim waits for its turn.
            while let first = list.first, first.end < now { list.removeFirst() }
            let isDuplicate = list.contains { $0.key == number && $0.end >= now }
            if (verdict == .duplicate) != isDuplicate { differences += 1 }
            if !isDuplicate {
                list.removeAll { $0.key == number }
                if list.count == 20 { list.removeFirst() }
                list.append((number, end))
            }
            if table.count != list.count { differences += 1 }
        }
        #expect(differences == 0)
    }

    @Test("W33 Claims that are given up over and over take no memory, behind a claim that stays either")
    func memory() {
        var table = ClaimTable(capacity: 1_000)
        #expect(table.claim(key(-1), now: 0, until: .max) == .first)
        for number in 0..<100_000 {
            #expect(table.claim(key(number), now: 0, until: 10) == .first)
            table.release(key(number))
        }
        #expect(table.count == 1)
        #expect(table.slotCount < 100)
        #expect(table.claim(key(-1), now: 0, until: 10) == .duplicate)
    }

    @Test("W33 A full table stays at its size, whatever comes")
    func bounded() {
        var table = ClaimTable(capacity: 100)
        for number in 0..<20_000 {
            let verdict = table.claim(key(number), now: 0, until: 10)
            if verdict != (number < 100 ? .first : .firstInPlaceOfOldest) { Issue.record("\(number): \(verdict)") }
        }
        #expect(table.count == 100)
        #expect(table.slotCount <= 264)
        #expect(table.claim(key(19_900), now: 0, until: 10) == .duplicate)
        #expect(table.claim(key(19_899), now: 0, until: 10) == .firstInPlaceOfOldest)
    }

    @Test("Less than one place is one place")
    func small() {
        for capacity in [1, 0, -1, Int.min] {
            var table = ClaimTable(capacity: capacity)
            #expect(table.claim(key(1), now: 0, until: 10) == .first)
            #expect(table.claim(key(1), now: 10, until: 10) == .duplicate)
            #expect(table.claim(key(2), now: 0, until: 10) == .firstInPlaceOfOldest)
            #expect(table.claim(key(1), now: 0, until: 10) == .firstInPlaceOfOldest)
            #expect(table.count == 1)
        }
    }
}
