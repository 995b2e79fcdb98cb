import FleetDrivers
import WaybillStores

/// What one row or key takes on its server, with its part of the indexes.
struct KeptSize {
    let postgres: PostgresPool
    let redis: RedisPool

    /// A line for each kind, of what the rows before it have left there.
    func lines() async throws -> [String] {
        var lines: [String] = []
        for (name, table) in [
            ("claim", "waybill_claims"), ("event in the inbox", "waybill_inbox"), ("message", "waybill_outbox"),
        ] {
            let bytes = "pg_total_relation_size('\(table)')::numeric / greatest(1, (SELECT count(*) FROM \(table)))"
            let rows = try await postgres.rows(of: SQLStatement("SELECT round(\(bytes))::text"))
            lines.append("| \(name) | PostgreSQL | \((rows.first?.first ?? nil) ?? "?") |")
        }
        lines.append("| claim | Redis | \(try await claim() ?? "?") |")
        return lines
    }

    /// Any claim is as good as another: they differ in the lengths of their keys.
    private func claim() async throws -> String? {
        guard case .array(let page) = try await redis.reply(to: ["SCAN", "0", "MATCH", "*:l*", "COUNT", "10000"]),
            case .array(let keys)? = page.last, case .text(let key)? = keys.first,
            case .integer(let bytes) = try await redis.reply(to: ["MEMORY", "USAGE", key])
        else { return nil }
        return "\(bytes)"
    }
}
