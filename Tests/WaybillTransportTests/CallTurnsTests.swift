#if os(Linux)
import Synchronization
import Testing
@testable import WaybillTransport

/// Who may send next where many want to.
@Suite(.timeLimit(.minutes(5))) struct CallTurnsTests {
    /// Who had a turn, one after the other.
    private final class Order: Sendable {
        let turns = Mutex<[Int]>([])
    }

    @Test("Turns are given in the order in which they were asked for, and leave nothing behind")
    func order() async throws {
        let turns = CallTurns(limit: 1)
        let endpoint = try #require(Endpoint(isSecure: true, authority: "example.com"))
        let order = Order()
        #expect(await turns.begin(endpoint))
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<20 {
                group.addTask {
                    #expect(await turns.begin(endpoint))
                    order.turns.withLock { $0.append(index) }
                    turns.end(endpoint)
                }
                while turns.waitingCount <= index { await Task.yield() }
            }
            turns.end(endpoint)
        }
        #expect(order.turns.withLock { $0 } == Array(0..<20))
        #expect(turns.endpointCount == 0)
    }

    @Test("C02 who is cancelled while waiting gets no turn, and takes none from others")
    func cancelled() async throws {
        let turns = CallTurns(limit: 1)
        let endpoint = try #require(Endpoint(isSecure: true, authority: "example.com"))
        #expect(await turns.begin(endpoint))
        let impatient = (0..<10).map { _ in Task { await turns.begin(endpoint) } }
        while turns.waitingCount < 10 { await Task.yield() }
        let patient = Task { await turns.begin(endpoint) }
        while turns.waitingCount < 11 { await Task.yield() }
        for task in impatient { task.cancel() }
        for task in impatient { #expect(await !task.value) }
        turns.end(endpoint)
        #expect(await patient.value)
        turns.end(endpoint)
        #expect(turns.endpointCount == 0)
    }

    @Test("Endpoints do not wait for one another")
    func endpoints() async throws {
        let turns = CallTurns(limit: 1)
        for port in [1, 2, 3] {
            #expect(await turns.begin(try #require(Endpoint(isSecure: false, authority: "h:\(port)"))))
        }
        #expect(turns.endpointCount == 3)
    }
}
#endif
