import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct ClaimTableTests {
    private let one = ClaimID()
    private let two = ClaimID()

    private func key(_ number: Int) -> ClaimTable.Key {
        ClaimTable.Key(high: 0, low: UInt64(truncatingIfNeeded: number))
    }

    /// What the table has to hold, searched through from end to end.
    private struct Entry {
        let key: Int
        var holder: ClaimID?
        let end: Int64
    }

    @Test("A hundred thousand random steps agree with a list that is searched through")
    func model() {
        var generator = SplitMix64(seed: 3)
        let claims = (0..<3).map { _ in ClaimID() }
        var table = ClaimTable(capacity: 20)
        var list: [Entry] = []
        var now: Int64 = 0
        var differences = 0
        // No two ends are equal, so that it is sure which one goes first.
        func end() -> Int64 { now + Int64.random(in: 0...60, using: &generator) * 100_001 }
        for step in 0..<100_000 {
            now += Int64.random(in: 0...2, using: &generator) * 100_001 + 1
            let number = Int.random(in: 0..<40, using: &generator)
            let claim = claims[step % 3]
            let place = list.firstIndex { $0.key == number && $0.holder == claim }
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                table.release(key(number), claim)
                if let place { list.remove(at: place) }
            case 1:
                let end = end()
                if table.complete(key(number), claim, until: end) != (place != nil) { differences += 1 }
                if let place { list[place] = Entry(key: number, holder: nil, end: end) }
            default:
                let end = end()
                let verdict = table.claim(key(number), as: claim, now: now, until: end)
                list.removeAll { $0.end < now }
                if verdict != Self.claim(number, claim, end, in: &list) { differences += 1 }
                if table.count != list.count { differences += 1 }
            }
        }
        #expect(differences == 0)
    }

    private static func claim(_ key: Int, _ claim: ClaimID, _ end: Int64, in list: inout [Entry]) -> ClaimTable.Verdict
    {
        if let entry = list.first(where: { $0.key == key }) {
            if entry.holder == nil { return .done }
            if entry.holder != claim { return .busy }
            list.removeAll { $0.key == key }
            list.append(Entry(key: key, holder: claim, end: end))
            return .claimed
        }
        var verdict = ClaimTable.Verdict.claimed
        if list.count == 20 {
            let next = list.indices.filter { list[$0].holder == nil }.min { list[$0].end < list[$1].end }
            guard let next else { return .full }
            list.remove(at: next)
            verdict = .claimedInPlaceOfDone
        }
        list.append(Entry(key: key, holder: claim, end: end))
        return verdict
    }

    @Test("W33 Claims that are given up, or made again, over and over take no memory, behind a claim that stays either")
    func memory() {
        var table = ClaimTable(capacity: 1_000)
        #expect(table.claim(key(-1), as: one, now: 0, until: .max) == .claimed)
        for number in 0..<100_000 {
            #expect(table.claim(key(number), as: two, now: 0, until: 10) == .claimed)
            #expect(table.claim(key(number), as: two, now: 0, until: 11) == .claimed)
            table.release(key(number), two)
        }
        #expect(table.count == 1)
        #expect(table.queued < 100)
        #expect(table.claim(key(-1), as: two, now: 0, until: 10) == .busy)
    }

    @Test("W33 A full table stays at its size, whatever comes; what would end next leaves first")
    func bounded() {
        var table = ClaimTable(capacity: 100)
        for number in 0..<20_000 {
            let verdict = table.claim(key(number), as: one, now: 0, until: 10)
            if verdict != (number < 100 ? .claimed : .claimedInPlaceOfDone) { Issue.record("\(number): \(verdict)") }
            #expect(table.complete(key(number), one, until: Int64(1_000 + number)) == true)
        }
        #expect(table.count == 100)
        #expect(table.queued <= 166)
        #expect(table.claim(key(19_900), as: two, now: 0, until: 10) == .done)
        #expect(table.claim(key(19_899), as: two, now: 0, until: 10) == .claimedInPlaceOfDone)
    }

    @Test("Less than one place is one place")
    func small() {
        for capacity in [1, 0, -1, Int.min] {
            var table = ClaimTable(capacity: capacity)
            #expect(table.claim(key(1), as: one, now: 0, until: 10) == .claimed)
            #expect(table.claim(key(1), as: two, now: 10, until: 10) == .busy)
            #expect(table.claim(key(2), as: two, now: 10, until: 10) == .full)
            #expect(table.claim(key(2), as: two, now: 11, until: 20) == .claimed)
            #expect(table.complete(key(2), two, until: 20) == true)
            #expect(table.claim(key(1), as: one, now: 11, until: 20) == .claimedInPlaceOfDone)
            #expect(table.count == 1)
        }
    }
}
