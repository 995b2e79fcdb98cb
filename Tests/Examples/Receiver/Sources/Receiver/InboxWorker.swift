import Connectly
import GRDB
import Logging
import Simpu
import WaybillStores

/// Works on what the inbox holds: each event once, in the transaction that completes it.
struct InboxWorker: Sendable {
    let connectly: ConnectlyWebhook
    let simpu: SimpuWebhook
    let database: Database
    let inbox: SQLInbox
    var logger = Logger(label: "inbox")
    /// What is done with an event, besides what else is written in the transaction.
    var work: @Sendable (ReceivedEvent, GRDB.Database) throws -> Void = { _, _ in }

    /// Works on the next event; false where none is due.
    func step() async throws -> Bool {
        guard let taken = try await inbox.take().first else { return false }
        do {
            let event = try event(of: taken.message)
            try await database.transaction { connection in
                // None where another worker has the event, since the lease had ended.
                if try connection.rows(of: inbox.completion(of: taken)).isEmpty { return }
                try connection.execute(sql: "INSERT INTO sentences (text) VALUES (?)", arguments: [event.sentence])
                try work(event, connection)
            }
        } catch {
            try await inbox.fail(taken, "\(type(of: error))")
        }
        return true
    }

    /// Works until the task is cancelled; where the file cannot be read or written, says so and tries again.
    ///
    /// - Parameter wait: Passes the time while nothing is due.
    func run(waiting wait: @Sendable () async -> Void = { try? await Task.sleep(for: .milliseconds(200)) }) async {
        while !Task.isCancelled {
            do {
                if try await step() { continue }
            } catch {
                logger.error("no event can be taken: \(error)")
            }
            await wait()
        }
    }

    private func event(of message: InboxMessage) throws -> ReceivedEvent {
        do throws(InboxMessageError) {
            return .connectly(try connectly.read(message))
        } catch .otherWebhook {
            return .simpu(try simpu.read(message))
        }
    }
}
