import WaybillStores

/// Connections of PostgreSQL by libpq: what the stores need of a driver, and nothing more.
public struct PostgresPool: SQLDatabase {
    private let pool: Pool<PostgresConnection>

    /// Makes connections, each of which is opened at its first statement.
    ///
    /// - Parameters:
    ///   - url: What libpq connects to.
    ///   - connections: How many there are.
    public init(_ url: String, connections: Int = 8) {
        pool = Pool((0..<connections).map { _ in PostgresConnection(url) })
    }

    /// Runs a statement on one of them.
    public func rows(of statement: SQLStatement) async throws -> [[String?]] {
        let connection = await pool.take()
        do {
            let rows = try await connection.rows(of: statement)
            await pool.put(connection)
            return rows
        } catch {
            await pool.put(connection)
            throw error
        }
    }

    /// Runs a body in a transaction of one of them.
    nonisolated(nonsending) public func withTransaction<Result: Sendable>(
        _ body: nonisolated(nonsending) (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let connection = await pool.take()
        do {
            _ = try await connection.rows(of: SQLStatement("BEGIN"))
            let result = try await body(connection)
            _ = try await connection.rows(of: SQLStatement("COMMIT"))
            await pool.put(connection)
            return result
        } catch {
            // Where the connection has broken, the server undoes the transaction itself.
            _ = try? await connection.rows(of: SQLStatement("ROLLBACK"))
            await pool.put(connection)
            throw error
        }
    }
}
