/// One statement and its values.
///
/// Who has a driver that this package does not know, or one whose transactions cannot wait, runs it as any other
/// statement.
public struct SQLStatement: Sendable, Hashable {
    /// The statement, with `$1`, `$2` and so on where values go.
    public let sql: String

    /// The values, in their order.
    public let values: [SQLValue]

    /// Makes a statement.
    public init(_ sql: String, _ values: [SQLValue] = []) {
        self.sql = sql
        self.values = values
    }
}
