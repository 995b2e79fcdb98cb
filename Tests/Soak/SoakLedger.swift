import Synchronization
import WaybillRuntime

/// What was sent, received, done and told, call by call: bytes that are there from the beginning, so that counting takes no
/// memory of its own.
final class SoakLedger: Sendable {
    private struct State {
        var received: [UInt8]
        var isDone: [Bool]
        /// A digest of the idempotency key that came with the call first.
        var keys: [UInt32]
        var figures = SoakFigures()

        /// Every attempt of one call carries the same key.
        mutating func noteKey(_ key: String?, _ number: Int) {
            let digest = (key ?? "").utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
            if keys[number] == 0 { keys[number] = digest }
            if key == nil || keys[number] != digest { figures.otherKeys += 1 }
        }
    }

    private let state: Mutex<State>

    /// How many calls there is place for.
    let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        state = Mutex(
            State(
                received: Array(repeating: 0, count: capacity),
                isDone: Array(repeating: false, count: capacity),
                keys: Array(repeating: 0, count: capacity)
            )
        )
    }

    /// What has been counted so far.
    var figures: SoakFigures { state.withLock(\.figures) }

    /// Changes what is counted.
    func note(_ change: (inout SoakFigures) -> Void) { state.withLock { change(&$0.figures) } }

    /// The server has read a request; returns what goes wrong with it.
    func receive(_ kind: SoakClient.Kind, _ number: Int, key: String?) -> SoakFault? {
        state.withLock { state -> SoakFault? in
            guard state.received.indices.contains(number) else { return nil }
            let fault = SoakFault(number: number, attempt: Int(state.received[number]))
            state.received[number] &+= 1
            if kind == .unkeyed, state.received[number] > 1 { state.figures.unkeyedTwice += 1 }
            if kind == .keyed { state.noteKey(key, number) }
            if fault?.isDone ?? true { state.isDone[number] = true }
            if let fault { state.figures.faults[fault.rawValue, default: 0] += 1 }
            return fault
        }
    }

    /// A call has ended; what it says must fit what the server did.
    func end(_ number: Int, _ error: SoakClient.Failure?, attempts: Int) {
        state.withLock { state in
            let isDone = state.isDone.indices.contains(number) && state.isDone[number]
            state.figures.calls += 1
            state.figures.attempts += attempts
            guard let error else {
                if !isDone { state.figures.lost += 1 }
                return
            }
            if SoakFault.isRefused(number: number) { state.figures.faults["refused", default: 0] += attempts }
            state.figures.errors["\(error.delivery)", default: 0] += 1
            let deniesWork = error.delivery == .notSent || error.delivery == .rejected
            if isDone, deniesWork { state.figures.denied += 1 }
        }
    }
}
