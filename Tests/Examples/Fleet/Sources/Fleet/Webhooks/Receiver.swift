import FleetDrivers
import Foundation
import Simpu
import WaybillStores

/// Takes events by a generated webhook, in one of the forms, and works on them.
struct Receiver: Sendable {
    private struct Failed: Error {}

    private let form: Form
    private let webhook: SimpuWebhook
    private let database: PostgresPool
    private let store: any DeduplicationStore
    private let inbox: SQLInbox
    private let file: SQLiteFile?
    private let effects: EffectFile

    /// How many tasks work on what an inbox holds.
    var workers: Int {
        switch form {
        case .inboxPostgres, .inboxSQLite: 4
        case .leasePostgres, .leaseRedis, .transaction: 0
        }
    }

    init(_ command: ReceiverCommand) throws {
        form = command.form
        webhook = try SimpuWebhook(secrets: ["simpu_fleet"])
        database = PostgresPool(command.postgres, connections: 4)
        store =
            form == .leaseRedis
            ? RedisDeduplicationStore(RedisPool(port: command.redisPort, connections: 2), prefix: "\(command.run):")
            : SQLDeduplicationStore(postgres: database)
        // What fails comes soon, since the run is to end.
        let retries = InboxRetries(attempts: 100, first: .milliseconds(50), longest: .seconds(1))
        file = form == .inboxSQLite ? try SQLiteFile("\(command.folder)/inbox.sqlite") : nil
        inbox =
            file.map { SQLInbox(sqlite: $0, retries: retries, lease: .seconds(2)) }
            ?? SQLInbox(postgres: database, retries: retries, lease: .seconds(2))
        effects = try EffectFile(folder: command.folder)
    }

    /// The status that a delivery of the event is answered with.
    func status(of event: String) async -> Int {
        let body = Array(#"{"id":"\#(event)","type":"text.delivered","payload":{}}"#.utf8)
        let headers = webhook.sign(body: body)
        do {
            switch form {
            case .leasePostgres, .leaseRedis:
                return try await webhook.process(body: body, headers: headers, store: store, lease: .seconds(2)) { _ in
                    try await work()
                    try effects.add(event)
                }
            case .transaction:
                let store = PostgresTransactions(database)
                return try await webhook.process(body: body, headers: headers, in: store) { _, connection in
                    try await connection.addEffect(event)
                    try await work()
                }
            case .inboxPostgres, .inboxSQLite:
                return try await webhook.accept(body: body, headers: headers, into: inbox)
            }
        } catch {
            return 500
        }
    }

    /// Works on what the inbox holds until the task is cancelled.
    func workOnInbox() async {
        while !Task.isCancelled {
            do {
                if try await step() == false { try await Task.sleep(for: .milliseconds(20)) }
            } catch {
                // The server may be away; the event comes again.
                try? await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    /// False where nothing is due.
    private func step() async throws -> Bool {
        if let file { return try await step(file) }
        return try await inbox.work(in: database) { message, connection in
            try await connection.addEffect(event(in: message))
            try await work()
        } != .idle
    }

    /// As a program does whose driver's transactions cannot wait.
    private func step(_ file: SQLiteFile) async throws -> Bool {
        guard let taken = try await inbox.take().first else { return false }
        do {
            try await work()
            try await file.pool.write { database in
                if try database.rows(of: inbox.completion(of: taken)).isEmpty { return }
                try database.execute(sql: "INSERT INTO effects VALUES (?)", arguments: [event(in: taken.message)])
            }
        } catch {
            try await inbox.fail(taken, "\(type(of: error))")
        }
        return true
    }

    private func event(in message: InboxMessage) throws -> String {
        _ = try webhook.read(message)
        guard let id = try JSONValue(parsing: message.content)["id"]?.stringValue else { throw Failed() }
        return id
    }

    /// Takes up to 20 ms; three in a hundred fail.
    private func work() async throws {
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...20)))
        if Int.random(in: 0..<100) < 3 { throw Failed() }
    }
}

extension PostgresConnection {
    fileprivate func addEffect(_ key: String) async throws {
        _ = try await rows(of: SQLStatement("INSERT INTO effects VALUES (CAST($1 AS text))", [.text(key)]))
    }
}
