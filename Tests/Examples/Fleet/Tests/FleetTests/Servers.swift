import FleetDrivers
import Foundation
import WaybillStores

/// The servers that `servers.sh` has started.
enum Servers {
    private static let url = ProcessInfo.processInfo.environment["FLEET_POSTGRES"]

    static let postgres = PostgresPool(url ?? missing, connections: 16)

    static let redis = RedisPool(port: Int32(ProcessInfo.processInfo.environment["FLEET_REDIS_PORT"] ?? "") ?? 0)

    /// A database in which nothing else is: connections that see a schema of their own alone.
    static func ownSchema() async throws -> PostgresPool {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        _ = try await postgres.rows(of: SQLStatement("CREATE SCHEMA \(name)"))
        return PostgresPool("\(url ?? missing) options='-c search_path=\(name)'")
    }

    /// What a driver says who was not started by `servers.sh`.
    private static var missing: String { "host=run-the-tests-by-servers.sh" }
}
