import ArgumentParser
import FleetDrivers
import Foundation
import Walinko
import WaybillStores

/// One sender of a campaign: sends all its messages at once, by a client that keeps to a rate over all processes.
struct PacedSenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "paced-sender", shouldDisplay: false)

    @Argument var server: String
    @Option var engine: Engine
    @Option var messages: Int
    @Option var limit: Int
    @Option var window: Int
    /// What keeps this run apart from others on the same engine.
    @Option var run: String

    func run() async throws {
        let pacing = Pacing.limit(limit, per: .seconds(window), sharedBy: try pacer())
        let client = try WalinkoClient(
            apiKey: "walk_live_\(run).secret",
            configuration: ClientConfiguration(baseURL: server, pacing: pacing)
        )
        let request = WalinkoClient.Messages.send(deviceID: 1, templateID: 12, phone: "+8801617738431")
        let options = CallOptions(callTimeout: .seconds(3_600))
        try await withThrowingTaskGroup { group in
            for _ in 0..<messages { group.addTask { _ = try await client.send(request, options: options) } }
            try await group.waitForAll()
        }
    }

    private func pacer() throws -> any Pacer {
        guard let port = engine.port else {
            throw FleetError(description: "no servers are running; run this by servers.sh")
        }
        switch engine {
        case .postgres: return PostgresPacer(PostgresPool(ProcessInfo.processInfo.environment["FLEET_POSTGRES"] ?? ""))
        case .redis: return RedisPacer(RedisPool(port: Int32(port)))
        }
    }
}
