import GRDB
import WaybillStores

/// The file that events are kept in before they are acknowledged, and that the work writes into.
struct Database: SQLExecutor {
    private let pool: DatabasePool

    /// Opens a file, and makes its tables where it is new.
    init(path: String) async throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        // What was acknowledged is still there after a power failure.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        pool = try DatabasePool(path: path, configuration: configuration)
        try await SQLiteSchema.migrate(self)
        _ = try await rows(
            of: SQLStatement("CREATE TABLE IF NOT EXISTS sentences (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        )
    }

    /// Runs one statement as a transaction of its own.
    func rows(of statement: SQLStatement) async throws -> [[String?]] {
        try await transaction { connection in try connection.rows(of: statement) }
    }

    /// Runs statements in one transaction, which is undone where the body throws.
    func transaction<Result: Sendable>(
        _ body: @escaping @Sendable (GRDB.Database) throws -> Result
    ) async throws -> Result {
        try await pool.write(body)
    }

    /// What the work has written, in the order in which it did.
    func sentences() async throws -> [String] {
        try await rows(of: SQLStatement("SELECT text FROM sentences ORDER BY id")).compactMap { $0.first ?? nil }
    }
}

extension GRDB.Database {
    /// Runs a statement in the transaction that this connection is in.
    func rows(of statement: SQLStatement) throws -> [[String?]] {
        let values = statement.values.map { value in
            switch value {
            case .text(let text): text.databaseValue
            case .integer(let number): number.databaseValue
            }
        }
        return try Row.fetchAll(self, sql: statement.sql, arguments: StatementArguments(values))
            .map { row in row.databaseValues.map { String.fromDatabaseValue($0) } }
    }
}
