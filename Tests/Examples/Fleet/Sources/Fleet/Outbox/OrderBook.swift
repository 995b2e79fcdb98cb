import FleetDrivers
import Foundation
import GRDB
import WaybillStores

/// Where a shop keeps its orders, and beside them its outbox.
enum OrderBook: Sendable {
    case postgres(PostgresPool)
    case sqlite(SQLiteFile)

    /// Opens what an address names: a file of SQLite by its path, PostgreSQL by what libpq connects to.
    init(_ address: String) throws {
        self =
            address.hasPrefix("/")
            ? .sqlite(try SQLiteFile(address)) : .postgres(PostgresPool(address, connections: 4))
    }

    var outbox: SQLOutbox {
        switch self {
        case .postgres(let pool): SQLOutbox(postgres: pool)
        case .sqlite(let file): SQLOutbox(sqlite: file)
        }
    }

    /// Makes the tables.
    func prepare() async throws {
        switch self {
        case .postgres(let pool): try await PostgresSchema.migrate(pool)
        case .sqlite(let file): try await SQLiteSchema.migrate(file)
        }
        _ = try await rows(of: SQLStatement("CREATE TABLE orders (id text PRIMARY KEY)"))
    }

    /// All orders.
    func orders() async throws -> [String] {
        try await rows(of: SQLStatement("SELECT id FROM orders")).compactMap { $0.first ?? nil }
    }

    /// Keeps an order and its message together, or neither.
    func take(_ order: String, _ message: OutboxMessage) async throws {
        let insert = SQLStatement("INSERT INTO orders VALUES (CAST($1 AS text))", [.text(order)])
        switch self {
        case .postgres(let pool):
            try await pool.withTransaction { connection in
                _ = try await connection.rows(of: insert)
                _ = try await connection.rows(of: outbox.addition(of: message))
            }
        case .sqlite(let file):
            try await file.pool.write { database in
                _ = try database.rows(of: insert)
                _ = try database.rows(of: outbox.addition(of: message))
            }
        }
    }

    private func rows(of statement: SQLStatement) async throws -> [[String?]] {
        switch self {
        case .postgres(let pool): try await pool.rows(of: statement)
        case .sqlite(let file): try await file.rows(of: statement)
        }
    }
}
