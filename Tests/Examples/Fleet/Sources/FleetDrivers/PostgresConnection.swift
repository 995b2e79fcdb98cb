import CPostgres
import Synchronization
import WaybillStores

/// One connection by libpq, made at its first statement and again after it broke.
public final class PostgresConnection: SQLExecutor {
    private let url: String
    private let lane = Lane("postgres")
    private let handle = Mutex<Handle?>(nil)

    /// Whose calls are all made in one lane.
    private struct Handle: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    /// Makes a connection that is opened at its first statement.
    ///
    /// - Parameter url: What libpq connects to.
    public init(_ url: String) { self.url = url }

    deinit {
        if let handle = handle.withLock({ $0 }) { PQfinish(handle.pointer) }
    }

    /// Runs a statement.
    public func rows(of statement: SQLStatement) async throws -> [[String?]] {
        try await lane.run { [self] in try rows(statement) }
    }

    /// The server's number for this connection.
    public func number() async throws -> Int32 {
        try await lane.run { [self] in PQbackendPID(try open().pointer) }
    }

    private func open() throws -> Handle {
        try handle.withLock { handle in
            if let open = handle {
                if PQstatus(open.pointer) == CONNECTION_OK { return open }
                PQfinish(open.pointer)
                handle = nil
            }
            guard let pointer = PQconnectdb(url) else { throw DriverError(description: "no memory") }
            guard PQstatus(pointer) == CONNECTION_OK else {
                defer { PQfinish(pointer) }
                throw DriverError(description: String(cString: PQerrorMessage(pointer)))
            }
            // What the server remarks is of no use here, such as that a transaction is over already.
            PQsetNoticeProcessor(pointer, { _, _ in }, nil)
            let made = Handle(pointer: pointer)
            handle = made
            return made
        }
    }

    private func rows(_ statement: SQLStatement) throws -> [[String?]] {
        let pointer = try open().pointer
        let texts = statement.values.map { value in
            switch value {
            case .text(let text): text
            case .integer(let number): String(number)
            }
        }
        let result = Self.withPointers(texts) {
            PQexecParams(pointer, statement.sql, Int32(texts.count), nil, $0, nil, nil, 0)
        }
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
            throw DriverError(description: String(cString: PQerrorMessage(pointer)))
        }
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { column in
                PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
            }
        }
    }

    private static func withPointers<Result>(
        _ texts: [String],
        _ body: ([UnsafePointer<CChar>?]) -> Result,
        _ pointers: [UnsafePointer<CChar>?] = []
    ) -> Result {
        guard let first = texts.first else { return body(pointers) }
        return first.withCString { withPointers(Array(texts.dropFirst()), body, pointers + [$0]) }
    }
}
