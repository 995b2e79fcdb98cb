import Logging
import ServiceLifecycle

/// Works on the events of an inbox, one after the other.
///
/// These events are acknowledged: the service never sends them again, so work that fails is tried again here.
struct Worker: Service {
    /// How often the work on one event is tried.
    static let mostTries = 5

    let inbox: Inbox
    let work: @Sendable (ReceivedEvent) async throws -> Void
    var logger = Logger(label: "worker")

    /// Works until the server is shut down, and then on what is left.
    func run() async throws {
        await withDiscardingTaskGroup { group in
            group.addTask { await ringNowAndThen() }
            for await _ in inbox.rings.cancelOnGracefulShutdown() {
                await workOnAll()
            }
            await workOnAll()
            group.cancelAll()
        }
    }

    /// For work that failed, and for events whose answer never went out.
    private func ringNowAndThen() async {
        while (try? await Task.sleep(for: .seconds(5))) != nil {
            inbox.ring()
        }
    }

    private func workOnAll() async {
        for var entry in inbox.takeAll() {
            do {
                try await work(entry.event)
            } catch {
                entry.failures += 1
                logger.error("\(entry.event.id) failed for the \(entry.failures). time: \(error)")
                if entry.failures < Self.mostTries { inbox.put(entry) }
            }
        }
    }
}
