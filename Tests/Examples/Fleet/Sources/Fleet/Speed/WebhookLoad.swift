import FleetDrivers
import Foundation
import Simpu
import WaybillStores

/// Events that come, by form: each is signed, verified, read and kept from being worked on twice.
enum WebhookLoad {
    private static let batch = 50

    static func all(_ postgres: PostgresPool, _ redis: RedisPool, _ file: SQLiteFile) throws -> [Load] {
        let webhook = try SimpuWebhook(secrets: ["simpu_fleet"])
        let run = UUID().uuidString
        let stores: [(String, any DeduplicationStore)] = [
            ("memory", InMemoryDeduplicationStore()), ("PostgreSQL", SQLDeduplicationStore(postgres: postgres)),
            ("Redis", RedisDeduplicationStore(redis, prefix: "\(run):")),
            ("SQLite", SQLDeduplicationStore(sqlite: file)),
        ]
        let leases = stores.map { engine, store in
            Load(name: "webhook, lease", engine: engine) { number in
                let body = event("l\(number)-\(run)")
                let status = try await webhook.process(body: body, headers: webhook.sign(body: body), store: store) {
                    _ in
                }
                try check(status)
            }
        }
        return [verified(webhook, run)] + leases + [transaction(webhook, run, postgres)]
            + inbox(webhook, run, "PostgreSQL", SQLInbox(postgres: postgres))
            + inbox(webhook, run, "SQLite", SQLInbox(sqlite: file))
            + [work(SQLInbox(postgres: postgres), postgres)]
    }

    /// What the others cost without a store.
    private static func verified(_ webhook: SimpuWebhook, _ run: String) -> Load {
        Load(name: "webhook, verified and read", engine: "none") { number in
            let body = event("v\(number)-\(run)")
            _ = try webhook.receive(body: body, headers: webhook.sign(body: body))
        }
    }

    private static func transaction(_ webhook: SimpuWebhook, _ run: String, _ postgres: PostgresPool) -> Load {
        let store = PostgresTransactions(postgres)
        return Load(name: "webhook, transaction", engine: "PostgreSQL") { number in
            let body = event("t\(number)-\(run)")
            let status = try await webhook.process(body: body, headers: webhook.sign(body: body), in: store) {
                delivery,
                connection in
                let insert = "INSERT INTO effects VALUES (CAST($1 AS text))"
                _ = try await connection.rows(of: SQLStatement(insert, [.text(delivery.key)]))
            }
            try check(status)
        }
    }

    /// One event a statement, as requests come, and many, as a service sends them in lists.
    private static func inbox(_ webhook: SimpuWebhook, _ run: String, _ engine: String, _ inbox: SQLInbox) -> [Load] {
        [
            Load(name: "webhook, into the inbox", engine: engine) { number in
                let body = event("i\(number)-\(run)")
                try check(try await webhook.accept(body: body, headers: webhook.sign(body: body), into: inbox))
            },
            Load(name: "events into the inbox, \(batch) at once", engine: engine, size: batch) { number in
                let messages = (0..<batch).map { index in
                    let content = Array(#"{"id":"m\#(number)-\#(index)","type":"text.delivered","payload":{}}"#.utf8)
                    return InboxMessage(
                        webhook: "speed",
                        key: "m\(number)-\(index)-\(run)",
                        content: content,
                        details: "{}"
                    )
                }
                _ = try await inbox.add(messages, keepFor: .seconds(3_600))
            },
        ]
    }

    /// What those before it have put there.
    private static func work(_ inbox: SQLInbox, _ postgres: PostgresPool) -> Load {
        Load(name: "event out of the inbox, in a transaction", engine: "PostgreSQL") { _ in
            _ = try await inbox.work(in: postgres) { message, connection in
                let insert = "INSERT INTO effects VALUES (CAST($1 AS text))"
                _ = try await connection.rows(of: SQLStatement(insert, [.text(message.key)]))
            }
        }
    }

    private static func event(_ id: String) -> [UInt8] {
        Array(#"{"id":"\#(id)","type":"text.delivered","payload":{}}"#.utf8)
    }

    private static func check(_ status: Int) throws {
        if status != 200 { throw FleetError(description: "an event was answered with \(status)") }
    }
}
