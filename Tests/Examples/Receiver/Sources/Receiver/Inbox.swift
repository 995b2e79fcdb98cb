import Synchronization

/// Events that were acknowledged and still have to be worked on.
///
/// This one is in memory, and lost when the process dies. A program that cannot afford that writes the event into a table
/// of its database instead, in the transaction that claims it.
final class Inbox: Sendable {
    /// An event, and how often the work on it has failed.
    struct Entry: Sendable {
        let event: ReceivedEvent
        var failures = 0
    }

    /// One element after ``ring()``, however often it was called meanwhile.
    let rings: AsyncStream<Void>

    private let bell: AsyncStream<Void>.Continuation
    private let entries = Mutex<[Entry]>([])

    init() {
        (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Keeps an event.
    func add(_ event: ReceivedEvent) {
        put(Entry(event: event))
    }

    /// Keeps an entry, again.
    func put(_ entry: Entry) {
        entries.withLock { $0.append(entry) }
    }

    /// Has the worker look.
    func ring() {
        bell.yield()
    }

    /// Takes everything out.
    func takeAll() -> [Entry] {
        entries.withLock { entries in
            defer { entries = [] }
            return entries
        }
    }
}
