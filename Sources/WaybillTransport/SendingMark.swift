#if os(Linux)
import Synchronization

/// Remembers whether the body of one request has been asked for.
final class SendingMark: Sendable {
    private let taken = Atomic(false)

    /// Whether the bytes were read at least once.
    var wasTaken: Bool { taken.load(ordering: .acquiring) }

    func take() {
        taken.store(true, ordering: .releasing)
    }
}
#endif
