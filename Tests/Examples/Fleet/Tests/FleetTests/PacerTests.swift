import FleetDrivers
import Foundation
import Testing
import WaybillStores
import WaybillTesting

@Suite struct PacerTests {
    @Test("PostgreSQL", arguments: PacerCheck.all)
    func postgres(_ check: PacerCheck) async throws {
        try await PostgresSchema.migrate(Servers.postgres)
        #expect(try await check.faults(of: PostgresPacer(Servers.postgres)) == [])
    }

    @Test("Redis", arguments: PacerCheck.all)
    func redis(_ check: PacerCheck) async throws {
        #expect(try await check.faults(of: RedisPacer(Servers.redis)) == [])
    }

    @Test("PostgreSQL: no window has more places than the rate, and none has fewer")
    func rateOfPostgres() async throws {
        try await PostgresSchema.migrate(Servers.postgres)
        let url = try #require(ProcessInfo.processInfo.environment["FLEET_POSTGRES"])
        let pacers = [PostgresPacer(Servers.postgres), PostgresPacer(PostgresPool(url, connections: 4))]
        try await checkRate(of: pacers)
    }

    @Test("Redis: no window has more places than the rate, and none has fewer")
    func rateOfRedis() async throws {
        let port = try #require(ProcessInfo.processInfo.environment["FLEET_REDIS_PORT"].flatMap { Int32($0) })
        let pacers = [RedisPacer(Servers.redis), RedisPacer(RedisPool(port: port, connections: 4))]
        try await checkRate(of: pacers)
    }

    @Test("rows of keys that count no longer are removed, others are not")
    func removal() async throws {
        let database = try await Servers.ownSchema()
        try await PostgresSchema.migrate(database)
        let pacer = PostgresPacer(database)
        _ = try await pacer.reserve("old", [RequestRate(1, per: .milliseconds(1))], after: .zero, within: nil)
        _ = try await pacer.reserve("new", [RequestRate(1, per: .seconds(3_600))], after: .zero, within: nil)
        try await pacer.hold("held", for: .seconds(3_600))
        try await Task.sleep(for: .milliseconds(5))
        #expect(try await pacer.removeEnded() == 1)
        #expect(
            try await pacer.reserve("new", [RequestRate(1, per: .seconds(3_600))], after: .zero, within: .zero) == nil
        )
    }

    /// Places are not waited for: their times are what counts, and those are the server's.
    private func checkRate(of pacers: [some Pacer]) async throws {
        // Windows that pass while places are taken, and windows that do not, however slow the machine is.
        let short = try await places(of: pacers, RequestRate(30, per: .milliseconds(600)))
        for first in short.indices.dropLast(30) { #expect(short[first + 30] - short[first] >= 600_000) }
        let long = try await places(of: pacers, RequestRate(30, per: .seconds(3_600)))
        for first in long.indices.dropLast(30) {
            // Two places in one microsecond are moved apart.
            #expect((3_600_000_000...3_600_000_100).contains(long[first + 30] - long[first]))
        }
    }

    /// The times of 600 places, in microseconds, taken by eight tasks, each over one of the pools.
    private func places(of pacers: [some Pacer], _ rate: RequestRate) async throws -> [Int64] {
        let key = "rate:\(UUID())"
        let places = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for task in 0..<8 {
                let pacer = pacers[task % pacers.count]
                group.addTask {
                    var places: [Int64] = []
                    for _ in 0..<75 {
                        let place = try await pacer.reserve(key, [rate], after: .zero, within: nil)
                        if let place { places.append(Int64((place.time / .microseconds(1)).rounded())) }
                    }
                    return places
                }
            }
            return try await group.reduce(into: [Int64]()) { $0 += $1 }.sorted()
        }
        try #require(places.count == 600)
        return places
    }
}
