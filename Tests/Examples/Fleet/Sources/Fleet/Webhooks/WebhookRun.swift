import FleetDrivers
import Foundation
import WaybillStores

/// One form in one scenario.
struct WebhookRun: Sendable {
    let form: Form
    let scenario: Scenario
    let events: Int
    let copies: Int
    let processes: Int
    let lanes: Int

    /// What was counted.
    struct Row: Sendable {
        let account: Service.Account
        let kills: Int
        /// Events that were acknowledged and never worked on.
        let lost: Int
        /// Events that were worked on twice or more.
        let twice: Int
        let duration: Duration
    }

    func row() async throws -> Row {
        let name = "fleet\(UInt64.random(in: 0..<UInt64.max))"
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard let port = Engine.postgres.port, let redisPort = Engine.redis.port else {
            throw FleetError(description: "no servers are running; run this by servers.sh")
        }
        let database = PostgresPool(Self.address(port, name), connections: 1)
        let file = form == .inboxSQLite ? try SQLiteFile("\(folder)/inbox.sqlite") : nil
        try await prepare(database, PostgresPool(Self.address(port, nil), connections: 1), name, file)

        let proxy: FaultProxy? =
            if let faults = scenario.faults, let port = form.engine?.port {
                try await FaultProxy(to: port, faults)
            } else { nil }
        let receivers = try Receivers(
            processes,
            [
                "--form", form.rawValue, "--postgres", Self.address(proxy?.port ?? port, name),
                "--redis-port", "\(form.engine == .redis ? proxy?.port ?? redisPort : redisPort)", "--run", name,
                "--folder", folder,
            ]
        )
        defer { receivers.end() }
        let start = ContinuousClock.now
        let trouble = Task { try await makeTrouble(receivers, proxy) }
        let service = Service(receivers: receivers, lanes: lanes, tries: 60)
        let account = await service.deliver((0..<events).map { "evt_\($0)" }, copies: copies)
        trouble.cancel()
        let kills = try await trouble.value
        if let inbox = inbox(database, file) {
            while try await again({ try await inbox.figures().waiting }) > 0 {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
        let duration = ContinuousClock.now - start
        receivers.end()
        try await proxy?.close()
        let counts = try await again { try await effects(database, file, folder) }
        return Row(
            account: account,
            kills: kills,
            lost: account.acknowledged.count { counts[$0] == nil },
            twice: counts.values.count { $0 > 1 },
            duration: duration
        )
    }

    private static func address(_ port: Int, _ schema: String?) -> String {
        "host=127.0.0.1 port=\(port) user=waybill dbname=postgres"
            + (schema.map { " options='-c search_path=\($0)'" } ?? "")
    }

    private func prepare(
        _ database: PostgresPool,
        _ bare: PostgresPool,
        _ schema: String,
        _ file: SQLiteFile?
    ) async throws {
        let table = SQLStatement("CREATE TABLE effects (key text)")
        _ = try await bare.rows(of: SQLStatement("CREATE SCHEMA \(schema)"))
        try await PostgresSchema.migrate(database)
        _ = try await database.rows(of: table)
        guard let file else { return }
        try await SQLiteSchema.migrate(file)
        _ = try await file.rows(of: table)
    }

    private func inbox(_ database: PostgresPool, _ file: SQLiteFile?) -> SQLInbox? {
        switch form {
        case .inboxPostgres: SQLInbox(postgres: database)
        case .inboxSQLite: file.map { SQLInbox(sqlite: $0) }
        case .leasePostgres, .leaseRedis, .transaction: nil
        }
    }

    /// Does what the scenario says until the task is cancelled; gives the number of processes that were killed.
    private func makeTrouble(_ receivers: Receivers, _ proxy: FaultProxy?) async throws -> Int {
        var kills = 0
        for turn in 1... {
            do { try await Task.sleep(for: .milliseconds(700)) } catch { return kills }
            if scenario.hasKills {
                try receivers.killOne()
                kills += 1
            }
            if scenario == .restart { proxy?.cutAll() }
            guard turn == 3, let engine = form.engine else { continue }
            if scenario == .restart { try engine.tell("restart") }
            if scenario == .frozen {
                try engine.tell("freeze")
                try? await Task.sleep(for: .seconds(3))
                try engine.tell("thaw")
            }
        }
        return kills
    }

    /// Asks once more where the connection was one from before a restart.
    private func again<Result>(_ question: () async throws -> Result) async throws -> Result {
        do { return try await question() } catch { return try await question() }
    }

    /// How often each key was worked on.
    private func effects(_ database: PostgresPool, _ file: SQLiteFile?, _ folder: String) async throws -> [String: Int]
    {
        let all = SQLStatement("SELECT key FROM effects")
        let keys: [String] =
            switch form {
            case .leasePostgres, .leaseRedis: try EffectFile(folder: folder).keys()
            case .transaction, .inboxPostgres: try await database.rows(of: all).compactMap { $0.first ?? nil }
            case .inboxSQLite: try await file?.rows(of: all).compactMap { $0.first ?? nil } ?? []
            }
        return keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
