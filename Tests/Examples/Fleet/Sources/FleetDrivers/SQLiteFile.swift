public import GRDB
public import WaybillStores

/// A file of SQLite by GRDB: what the stores need of a driver, and nothing more.
public struct SQLiteFile: SQLExecutor {
    /// GRDB's own, for transactions of one's own.
    public let pool: DatabasePool

    /// Opens a file, which is made where it is not there.
    public init(_ path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        pool = try DatabasePool(path: path, configuration: configuration)
    }

    /// Runs a statement as a transaction of its own.
    public func rows(of statement: SQLStatement) async throws -> [[String?]] {
        try await pool.write { database in try database.rows(of: statement) }
    }
}

extension Database {
    /// Runs a statement of the stores in the transaction that this connection is in.
    public func rows(of statement: SQLStatement) throws -> [[String?]] {
        let values = statement.values.map { value -> DatabaseValue in
            switch value {
            case .text(let text): text.databaseValue
            case .integer(let number): number.databaseValue
            }
        }
        return try Row.fetchAll(self, sql: statement.sql, arguments: StatementArguments(values))
            .map { row in row.databaseValues.map { String.fromDatabaseValue($0) } }
    }
}
