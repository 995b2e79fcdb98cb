import Testing

@testable import WaybillOutbox

/// The rules under everything that can go wrong: crashes at every point, two workers in every order, lost requests and answers.
///
/// Each rule has a test in which it is missing, and the simulation finds what it is there for.
@Suite struct SimulationTests {
    private typealias Manner = SimulatedServer.Manner
    private typealias Way = SimulatedOutbox.Way

    @Test("With a key that the server honours the message goes out once, and none is lost")
    func keyed() throws {
        let way = Way(request: try KeptRequest.keyed(lifetime: .seconds(1_000)))
        for locks in [true, false] {
            let exploration = Exploration(way, Manner(locksKeys: locks), horizon: 8, faults: 2)
            #expect(exploration.mostEffects == 1)
            #expect(exploration.lies.isEmpty)
            #expect(Set(exploration.continuations(way).map(\.row.state)) == [.sent])
            #expect(exploration.states.allSatisfy { $0.sendersAtOnce < 2 })
        }
    }

    @Test("Without a key the message goes out once at the most, and what is not known is in doubt")
    func unkeyed() throws {
        let way = Way(request: try KeptRequest.unkeyed())
        let exploration = Exploration(way, Manner(honoursKeys: false), horizon: 8, faults: 2)
        #expect(exploration.mostEffects == 1)
        #expect(exploration.lies.isEmpty)
        let doubts = exploration.ends.filter { $0.row.state == .inDoubt }
        #expect(Set(doubts.map(\.server.effects)) == [0, 1])
        #expect(Set(exploration.continuations(way).map(\.row.state)) == [.sent, .inDoubt])
    }

    @Test("Without the rule for requests that must not be repeated, messages go out twice")
    func unkeyedWithoutRule() throws {
        var way = Way(request: try KeptRequest.unkeyed())
        way.obstacle = { _, _, _ in nil }
        #expect(Exploration(way, Manner(honoursKeys: false), horizon: 8, faults: 1).mostEffects > 1)
    }

    @Test("Without patience, a server that does not lock a running key sends messages twice")
    func withoutPatience() throws {
        var way = Way(request: try KeptRequest.keyed(lifetime: .seconds(1_000)))
        way.rules = OutboxRules(limit: .seconds(2), patience: .zero, retries: way.rules.retries)
        let manner = Manner(locksKeys: false, longestWork: 4)
        #expect(Exploration(way, manner, horizon: 8, faults: 1).mostEffects > 1)
        way.rules = OutboxRules(limit: .seconds(2), patience: .seconds(4), retries: way.rules.retries)
        #expect(Exploration(way, manner, horizon: 8, faults: 2).mostEffects == 1)
    }

    @Test(
        "A key is not used when the server may have forgotten it: such a message is in doubt, and never goes out twice"
    )
    func lifetime() throws {
        let way = Way(request: try KeptRequest.keyed(lifetime: .seconds(6)))
        let exploration = Exploration(way, Manner(keyLifetime: 6), horizon: 9, faults: 2)
        #expect(exploration.mostEffects == 1)
        #expect(exploration.lies.isEmpty)
        #expect(Set(exploration.continuations(way).map(\.row.state)) == [.sent, .inDoubt])
    }

    @Test("Without the rule on lifetimes, messages go out twice after an outage that is longer than the key is known")
    func lifetimeWithoutRule() throws {
        let way = Way(request: try KeptRequest.keyed(lifetime: .seconds(1_000)))
        #expect(Exploration(way, Manner(keyLifetime: 6), horizon: 9, faults: 1).mostEffects > 1)
    }

    @Test("A failure that the server has stored for the key ends in doubt at its first repetition")
    func storedFailure() throws {
        let way = Way(request: try KeptRequest.keyed(lifetime: .seconds(1_000)))
        let exploration = Exploration(way, Manner(storesFailures: true), horizon: 8, faults: 2)
        #expect(exploration.mostEffects == 1)
        #expect(exploration.lies.isEmpty)
        #expect(Set(exploration.continuations(way).map(\.row.state)) == [.sent, .inDoubt])
        #expect(exploration.continuations(way).allSatisfy { $0.row.attempts <= 4 })
    }

    @Test("Without that rule it is repeated until the last attempt")
    func storedFailureWithoutRule() throws {
        var way = Way(request: try KeptRequest.keyed(lifetime: .seconds(1_000)))
        way.ending = { rules, taken, request, outcome in
            var outcome = outcome
            outcome.isReplayed = false
            return rules.ending(of: taken, request, after: outcome)
        }
        let ends = Exploration(way, Manner(storesFailures: true), horizon: 8, faults: 1).continuations(way)
        #expect(ends.contains { $0.row.state == .inDoubt && $0.row.attempts == way.rules.retries.attempts })
    }

    @Test("Without the rule on 409, what has gone out is filed as refused")
    func conflictWithoutRule() throws {
        var way = Way(request: try KeptRequest.keyed(lifetime: .seconds(1_000)))
        way.rules = OutboxRules(limit: .seconds(2), patience: .zero, retries: way.rules.retries)
        way.ending = { rules, taken, request, outcome in
            outcome.status == 409 ? .refused(failure: "") : rules.ending(of: taken, request, after: outcome)
        }
        let manner = Manner(longestWork: 4)
        #expect(!Exploration(way, manner, horizon: 8, faults: 1).lies.isEmpty)
        way.ending = { $0.ending(of: $1, $2, after: $3) }
        #expect(Exploration(way, manner, horizon: 8, faults: 2).lies.isEmpty)
    }

    @Test("Without the rule on what a no says of an earlier attempt, what has gone out counts as never sent")
    func limitedRateWithoutRule() throws {
        var way = Way(request: try KeptRequest.keyed(lifetime: .seconds(1_000)))
        way.ending = { rules, taken, request, outcome in
            let taken = TakenRequest(
                id: taken.id,
                request: "",
                attempt: taken.attempt,
                fence: taken.fence,
                pending: outcome.delivery == .rejected ? nil : taken.pending
            )
            return rules.ending(of: taken, request, after: outcome)
        }
        #expect(!Exploration(way, Manner(), horizon: 8, faults: 2).lies.isEmpty)
    }

    @Test("Without a fence, a worker that comes late undoes what another has found")
    func withoutFence() throws {
        var way = Way(request: try KeptRequest.keyed(lifetime: .seconds(1_000)))
        way.hasFence = false
        let exploration = Exploration(way, Manner(), horizon: 8, faults: 1)
        #expect(!exploration.lies.isEmpty)
    }
}
