import FleetDrivers
import Foundation
import WaybillStores

/// A database that the stores with SQL are tested on.
enum TestedEngine: CaseIterable, Sendable {
    case postgres, sqlite

    /// A database in which nothing else is.
    struct Bench: Sendable {
        let engine: TestedEngine
        let executor: any SQLExecutor

        func inbox(_ retries: InboxRetries = InboxRetries(), lease: Duration = .seconds(60)) -> SQLInbox {
            switch engine {
            case .postgres: SQLInbox(postgres: executor, retries: retries, lease: lease)
            case .sqlite: SQLInbox(sqlite: executor, retries: retries, lease: lease)
            }
        }

        var claims: SQLDeduplicationStore {
            switch engine {
            case .postgres: SQLDeduplicationStore(postgres: executor)
            case .sqlite: SQLDeduplicationStore(sqlite: executor)
            }
        }
    }

    func bench() async throws -> Bench {
        let executor: any SQLExecutor
        switch self {
        case .postgres:
            executor = try await Servers.ownSchema()
            try await PostgresSchema.migrate(executor)
        case .sqlite:
            // In the folder of the servers, which is removed with them.
            let folder = ProcessInfo.processInfo.environment["FLEET_FOLDER"] ?? NSTemporaryDirectory()
            executor = try SQLiteFile("\(folder)/\(UUID().uuidString).sqlite")
            try await SQLiteSchema.migrate(executor)
        }
        return Bench(engine: self, executor: executor)
    }
}
