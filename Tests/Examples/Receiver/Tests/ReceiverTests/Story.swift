import Synchronization

/// What happened, in the order in which it did.
final class Story: Sendable {
    private let told = Mutex<[String]>([])

    var lines: [String] { told.withLock { $0 } }

    func tell(_ line: String) { told.withLock { $0.append(line) } }
}
