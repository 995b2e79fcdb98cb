@testable import WaybillOutbox

/// Every state that can be reached from the first one.
struct Exploration {
    typealias Way = SimulatedOutbox.Way

    private(set) var states: Set<SimulatedOutbox> = []
    /// The states in which the request has ended and nothing runs any more.
    private(set) var ends: [SimulatedOutbox] = []

    /// - Parameters:
    ///   - horizon: The tick after which nothing is looked at.
    ///   - faults: How much may go wrong on one way.
    init(_ way: Way, _ manner: SimulatedServer.Manner, horizon: Int, faults: Int) {
        var open = [SimulatedOutbox(manner, faults: faults)]
        while let state = open.popLast() {
            guard state.now <= horizon, states.insert(state).inserted else { continue }
            if state.hasEnded { ends.append(state) } else { open += state.next(way) }
        }
    }

    var mostEffects: Int { states.map(\.server.effects).max() ?? 0 }

    /// States whose word is wrong: of what is queued or refused the message has gone out, of what is sent it has not.
    var lies: [SimulatedOutbox] {
        states.filter { state in
            switch state.row.state {
            case .queued, .refused: state.server.effects > 0
            case .sent: state.server.effects == 0
            case .sending, .inDoubt, .discarded: false
            }
        }
    }

    /// Where each state leads to when nothing goes wrong any longer and one worker goes on.
    func continuations(_ way: Way) -> [SimulatedOutbox] {
        states.filter { $0.workers.allSatisfy(\.isIdle) }.map { state in
            var state = state
            state.faults = 0
            for _ in 0..<500 where !state.hasEnded { state = state.next(way, workers: 1).first ?? state }
            return state
        }
    }
}
