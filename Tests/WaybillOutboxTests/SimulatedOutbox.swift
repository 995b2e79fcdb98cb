import Foundation

@testable import WaybillOutbox

/// One request of an outbox, two workers, and a server: a state from which everything that can happen leads on.
struct SimulatedOutbox: Hashable {
    enum Worker: Hashable {
        case idle
        case holding(TakenRequest)
        /// The request was taken long ago.
        case late(TakenRequest)
        /// The request is out; nil where it got lost on its way.
        case waiting(TakenRequest, job: Int?, since: Int)
        /// The answer is there, and may be recorded at any time if the worker is slow.
        case answered(TakenRequest, OutboxOutcome, isSlow: Bool)

        var isIdle: Bool { kind == 0 }

        fileprivate var kind: Int {
            switch self {
            case .idle: 0
            case .holding: 1
            case .late: 2
            case .waiting(_, let job, let since): 1_000 + 100 * since + (job ?? 50)
            case .answered(_, let outcome, let isSlow): 3 + (isSlow ? 1 : 0) + 2 * (outcome.status ?? 0)
            }
        }
    }

    /// How the outbox goes about it: as it does, or without one of its rules.
    struct Way: Sendable {
        var request: FilledRequest
        var rules = OutboxRules(
            limit: .seconds(2),
            patience: .seconds(2),
            retries: OutboxRetries(attempts: 6, first: .seconds(1), longest: .seconds(1))
        )
        var obstacle: @Sendable (OutboxRules, TakenRequest, FilledRequest) -> OutboxEnding? = {
            $0.obstacle(to: $1, $2)
        }
        var ending: @Sendable (OutboxRules, TakenRequest, FilledRequest, OutboxOutcome) -> OutboxEnding = {
            $0.ending(of: $1, $2, after: $3)
        }
        /// Whether a worker that comes late changes nothing.
        var hasFence = true
    }

    private(set) var now = 0
    private(set) var row: OutboxRow
    private(set) var workers: [Worker] = [.idle, .idle]
    private(set) var server: SimulatedServer
    /// How many things may go wrong yet.
    var faults: Int

    init(_ manner: SimulatedServer.Manner, faults: Int) {
        server = SimulatedServer(manner)
        self.faults = faults
        row = OutboxRow(
            id: "1",
            operation: "messages.send",
            state: .queued,
            attempts: 0,
            addedAt: Self.date(0),
            firstSentAt: nil,
            notBefore: Self.date(0),
            endedAt: nil,
            failure: nil,
            answer: nil,
            request: ""
        )
    }

    /// Few of the many words of a state tell it from most others.
    func hash(into hasher: inout Hasher) {
        hasher.combine(now)
        hasher.combine(faults)
        hasher.combine(row.fence)
        hasher.combine(row.notBefore.timeIntervalSince1970)
        hasher.combine(row.firstSentAt?.timeIntervalSince1970)
        hasher.combine(server.effects)
        hasher.combine(server.jobs.count)
        hasher.combine(server.jobs.first?.begin)
        for worker in workers { hasher.combine(worker.kind) }
    }

    private static func date(_ tick: Int) -> Date { Date(timeIntervalSince1970: Double(tick)) }

    var isQuiet: Bool { workers.allSatisfy(\.isIdle) && server.jobs.isEmpty }
    var hasEnded: Bool { ![.queued, .sending].contains(row.state) && isQuiet }
    var sendersAtOnce: Int { workers.count { if case .waiting = $0 { true } else { false } } }

    // MARK: What can happen

    /// All states that can come next; the first one is what comes where nothing goes wrong.
    func next(_ way: Way, workers count: Int = 2) -> [SimulatedOutbox] {
        var states = workers.indices.prefix(count).flatMap { steps(of: $0, way) } + serverSteps()
        if let later = later(way) { states.append(later) }
        if faults > 0 {
            states += workers.indices.flatMap(delays)
            states += workers.indices.filter { !workers[$0].isIdle }.map { place in
                fault { $0.workers[place] = .idle }
            }
        }
        return states
    }

    /// Time goes on where nothing has to happen before.
    private func later(_ way: Way) -> SimulatedOutbox? {
        let limit = Int(way.rules.limit / .seconds(1))
        let mustEnd = workers.contains { worker in
            switch worker {
            case .waiting(_, _, let since): now - since >= limit
            case .holding: true
            case .answered(_, _, let isSlow): !isSlow
            case .idle, .late: false
            }
        }
        return mustEnd || server.isLate(at: now) ? nil : change { $0.now += 1 }
    }

    /// A worker, or its store, stands still for a while.
    private func delays(_ place: Int) -> [SimulatedOutbox] {
        switch workers[place] {
        case .holding(let taken): [fault { $0.workers[place] = .late(taken) }]
        case .answered(let taken, let outcome, false):
            [fault { $0.workers[place] = .answered(taken, outcome, isSlow: true) }]
        default: []
        }
    }

    private func steps(of place: Int, _ way: Way) -> [SimulatedOutbox] {
        let limit = Int(way.rules.limit / .seconds(1))
        switch workers[place] {
        case .idle:
            guard row.isDue(at: Self.date(now)) else { return [] }
            return [
                change { next in
                    let taken = next.row.take(at: Self.date(now), lease: way.rules.lease)
                    next.workers[place] = .holding(taken)
                }
            ]
        case .holding(let taken):
            if let obstacle = way.obstacle(way.rules, taken, way.request) { return [end(place, taken, obstacle, way)] }
            return sendings(place, taken)
        case .late(let taken):
            return [end(place, taken, .waits(.zero, isPending: taken.pending != nil, failure: ""), way)]
        case .waiting(let taken, _, let since):
            guard now - since >= limit else { return [] }
            return [change { $0.workers[place] = .answered(taken, OutboxOutcome(delivery: .unknown), isSlow: false) }]
        case .answered(let taken, let outcome, _):
            return [end(place, taken, way.ending(way.rules, taken, way.request, outcome), way)]
        }
    }

    private func sendings(_ place: Int, _ taken: TakenRequest) -> [SimulatedOutbox] {
        let arrival = change { next in
            switch next.server.receive(at: now) {
            case .running(let job): next.workers[place] = .waiting(taken, job: job, since: now)
            case .answered(let status, let isReplayed):
                next.workers[place] = .answered(taken, Self.outcome(status, isReplayed), isSlow: false)
            }
        }
        guard faults > 0 else { return [arrival] }
        return [
            arrival, fault { $0.workers[place] = .waiting(taken, job: nil, since: now) },
            fault { $0.workers[place] = .answered(taken, OutboxOutcome(delivery: .notSent), isSlow: false) },
            fault {
                let outcome = OutboxOutcome(delivery: .rejected, status: 429)
                $0.workers[place] = .answered(taken, outcome, isSlow: false)
            },
        ]
    }

    private func serverSteps() -> [SimulatedOutbox] {
        server.jobs.flatMap { job -> [SimulatedOutbox] in
            let well = change { $0.finish(job.number, failing: false, isLost: false) }
            guard faults > 0 else { return [well] }
            return [
                well, fault { $0.finish(job.number, failing: true, isLost: false) },
                fault { $0.finish(job.number, failing: false, isLost: true) },
            ]
        }
    }

    private mutating func finish(_ job: Int, failing: Bool, isLost: Bool) {
        let status = server.finish(job, failing: failing)
        for (place, worker) in workers.enumerated() {
            guard case .waiting(let taken, job, _) = worker else { continue }
            let outcome = isLost ? OutboxOutcome(delivery: .unknown) : Self.outcome(status, false)
            workers[place] = .answered(taken, outcome, isSlow: false)
        }
    }

    private static func outcome(_ status: Int, _ isReplayed: Bool) -> OutboxOutcome {
        let delivery: DeliveryCertainty = status < 300 ? .accepted : status < 500 ? .rejected : .unknown
        return OutboxOutcome(delivery: delivery, status: status, isReplayed: isReplayed)
    }

    private func end(_ place: Int, _ taken: TakenRequest, _ ending: OutboxEnding, _ way: Way) -> SimulatedOutbox {
        change { next in
            next.workers[place] = .idle
            var taken = taken
            if !way.hasFence {
                taken = TakenRequest(
                    id: taken.id,
                    request: "",
                    attempt: taken.attempt,
                    fence: next.row.fence,
                    pending: taken.pending
                )
            }
            _ = next.row.end(taken, as: ending, at: Self.date(now), keepFor: way.rules.keepFor)
        }
    }

    /// Of two workers it does not matter which is which.
    private func change(_ body: (inout SimulatedOutbox) -> Void) -> SimulatedOutbox {
        var next = self
        body(&next)
        if next.workers[0].isIdle { next.workers.swapAt(0, 1) }
        return next
    }

    private func fault(_ body: (inout SimulatedOutbox) -> Void) -> SimulatedOutbox {
        change {
            $0.faults -= 1
            body(&$0)
        }
    }
}
