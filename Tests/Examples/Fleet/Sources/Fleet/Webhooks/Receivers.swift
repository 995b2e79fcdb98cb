import Synchronization

/// Processes that take turns; one that is killed is started again.
final class Receivers: Sendable {
    private let arguments: [String]
    private let processes: Mutex<[ReceiverProcess]>

    init(_ count: Int, _ arguments: [String]) throws {
        self.arguments = arguments
        processes = Mutex(try (0..<count).map { _ in try ReceiverProcess(arguments) })
    }

    /// The status of a delivery to any of them; nil where that one was killed.
    func deliver(_ event: String) async -> Int? {
        await processes.withLock { $0.randomElement() }?.deliver(event)
    }

    func killOne() throws {
        let process = try ReceiverProcess(arguments)
        let killed = processes.withLock { processes -> ReceiverProcess? in
            guard let place = processes.indices.randomElement() else { return nil }
            defer { processes[place] = process }
            return processes[place]
        }
        killed?.kill()
    }

    func end() {
        for process in processes.withLock({ $0 }) { process.kill() }
    }
}
