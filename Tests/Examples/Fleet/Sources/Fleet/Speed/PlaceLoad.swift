import FleetDrivers
import Foundation
import WaybillStores

/// Places under a rate: all under one key, and each under one of many.
enum PlaceLoad {
    static func all(_ postgres: PostgresPool, _ redis: RedisPool) -> [Load] {
        let pacers: [(String, any Pacer)] = [
            ("memory", InMemoryPacer()), ("Redis", RedisPacer(redis)), ("PostgreSQL", PostgresPacer(postgres)),
        ]
        let run = UUID().uuidString
        // So many that a place is always there.
        let rates = [RequestRate(1_000, per: .milliseconds(50))]
        return pacers.flatMap { engine, pacer in
            [
                Load(name: "place, one key", engine: engine) { _ in
                    _ = try await pacer.reserve("one:\(run)", rates, after: .zero, within: nil)
                },
                Load(name: "place, one of 1,000 keys", engine: engine) { number in
                    _ = try await pacer.reserve("\(number % 1_000):\(run)", rates, after: .zero, within: nil)
                },
            ]
        }
    }
}
