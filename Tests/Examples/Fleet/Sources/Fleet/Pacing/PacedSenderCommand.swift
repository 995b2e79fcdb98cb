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
    /// In milliseconds.
    @Option var margin: Int
    /// What keeps this run apart from others on the same engine.
    @Option var run: String

    func run() async throws {
        let pacer = try pacer()
        try await connect(pacer)
        let pacing = Pacing.limit(
            limit,
            per: .seconds(window),
            margin: .milliseconds(margin),
            sharedBy: pacer,
            // What is wrong with the pacer is not to look like a rate that is not kept.
            whenAway: .refuse
        )
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

    /// What takes long on a busy machine is over before the first message.
    private func connect(_ pacer: any Pacer) async throws {
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    _ = try await pacer.reserve(
                        "connect:\(run)",
                        [RequestRate(1_000, per: .milliseconds(1))],
                        after: .zero,
                        within: nil
                    )
                }
            }
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
