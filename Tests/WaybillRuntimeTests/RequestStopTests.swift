import Synchronization
import Testing

@testable import WaybillRuntime

/// A request that ends early, while its task goes on.
@Suite(.timeLimit(.minutes(5))) struct RequestStopTests {
    /// Something to wait for, which only a stop ends.
    private final class Wait: Sendable {
        private struct State {
            var waiter: CheckedContinuation<Void, Never>?
            var stops = 0
        }

        private let state = Mutex(State())

        var stops: Int { state.withLock(\.stops) }
        var isWaiting: Bool { state.withLock { $0.waiter != nil } }

        func run(_ stop: RequestStop) async {
            await stop.wait {
                await withCheckedContinuation { waiter in
                    let isOver = state.withLock { state in
                        if state.stops == 0 { state.waiter = waiter }
                        return state.stops > 0
                    }
                    if isOver { waiter.resume() }
                }
            } onStop: {
                let waiter = self.state.withLock { state in
                    state.stops += 1
                    defer { state.waiter = nil }
                    return state.waiter
                }
                waiter?.resume()
            }
        }
    }

    @Test("what is waited for ends when the request is stopped")
    func during() async {
        let (stop, wait) = (RequestStop(), Wait())
        let task = Task { await wait.run(stop) }
        while !wait.isWaiting { await Task.yield() }
        #expect(!stop.isStopped)
        stop.stop()
        await task.value
        #expect(stop.isStopped)
        #expect(wait.stops == 1)
    }

    @Test("a stop that came before ends the next wait at once")
    func before() async {
        let (stop, wait) = (RequestStop(), Wait())
        stop.stop()
        await wait.run(stop)
        #expect(wait.stops == 1)
    }

    @Test("a stop that comes when a wait is over ends nothing of it")
    func after() async {
        let stop = RequestStop()
        let stops = Atomic(0)
        #expect(
            await stop.wait {
                7
            } onStop: {
                stops.add(1, ordering: .relaxed)
            } == 7
        )
        stop.stop()
        #expect(stops.load(ordering: .relaxed) == 0)
    }

    @Test("so does the cancellation of its task")
    func cancellation() async {
        let (stop, wait) = (RequestStop(), Wait())
        let task = Task {
            await wait.run(stop)
            return stop.isStopped
        }
        while !wait.isWaiting { await Task.yield() }
        task.cancel()
        #expect(await task.value)
        #expect(!stop.isStopped, "it is the task that was cancelled, and not this one")
    }
}
