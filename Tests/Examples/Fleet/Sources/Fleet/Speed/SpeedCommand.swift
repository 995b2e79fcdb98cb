import ArgumentParser
import FleetDrivers
import Foundation
import WaybillStores

/// Measures how much of each kind the engines do in a second.
struct SpeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed",
        abstract: "Measures webhooks, messages and places a second, by engine, and what a row takes.",
        discussion: """
            Nothing fails, and the work itself takes no time: what is left is what the stores cost. Run it by servers.sh, which \
            starts the servers that it needs.
            """
    )

    @Option(help: "How long each row is measured, in seconds.")
    var seconds = 3

    @Option(help: "How many tasks ask at once.")
    var lanes = 32

    func run() async throws {
        guard let port = Engine.redis.port, let url = ProcessInfo.processInfo.environment["FLEET_POSTGRES"] else {
            throw FleetError(description: "no servers are running; run this by servers.sh")
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fleet-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let postgres = PostgresPool(url, connections: lanes)
        let redis = RedisPool(port: Int32(port), connections: 8)
        let file = try SQLiteFile("\(folder)/speed.sqlite")
        try await PostgresSchema.migrate(postgres)
        try await SQLiteSchema.migrate(file)
        for database in [postgres, file] as [any SQLExecutor] {
            _ = try await database.rows(of: SQLStatement("CREATE TABLE IF NOT EXISTS effects (key text)"))
        }

        print("| what | engine | a second | ms each, of \(lanes) at once |")
        print("| --- | --- | --- | --- |")
        for load in try WebhookLoad.all(postgres, redis, file) { try await measure(load) }
        for load in try SendLoad.all(postgres, file) { try await measure(load) }
        for load in PlaceLoad.all(postgres, redis) { try await measure(load) }
        print("\n| what is kept | engine | bytes each |")
        print("| --- | --- | --- |")
        for line in try await KeptSize(postgres: postgres, redis: redis).lines() { print(line) }
    }

    private func measure(_ load: Load) async throws {
        let pace = try await load.pace(for: .seconds(seconds), lanes: lanes)
        let latency = Double(lanes * load.size) / max(1, pace) * 1_000
        print("| \(load.name) | \(load.engine) | \(Int(pace)) | \(String(format: "%.1f", latency)) |")
    }
}
