import Foundation

extension SoakFigures {
    /// Figures and their bounds as a table.
    var table: String {
        let warm = samples.first { $0.seconds >= Self.warmUp } ?? samples.first
        let rows: [(String, String, String)] = [
            ("minutes", Self.decimal((samples.last?.seconds ?? 0) / 60), ""),
            ("calls", "\(calls)", ""),
            ("attempts", "\(attempts)", ""),
            ("faults", Self.list(faults), "5 % of attempts"),
            ("errors, by what they say of the delivery", Self.list(errors), ""),
            ("sent twice without a key", "\(unkeyedTwice)", "0"),
            ("sent under two keys", "\(otherKeys)", "0"),
            ("successes that the server does not know", "\(lost)", "0"),
            ("errors that deny what was done", "\(denied)", "0"),
            ("events of webhooks", "\(events)", ""),
            ("events not worked on exactly once", "\(eventFaults)", "0"),
            ("memory after 5 minutes, MiB", Self.mebibytes(warm), ""),
            ("memory at the end, MiB", Self.mebibytes(samples.last), ""),
            ("growth in 10 minutes, MiB", hasSlope ? Self.decimal(slope) : "too short to tell", "< 1"),
            ("most descriptors", "\(samples.map(\.descriptors).max() ?? 0)", ""),
            ("descriptors at the start and the end", "\(descriptorsAtStart), \(descriptorsAtEnd)", "+ 2"),
        ]
        return Self.table([("what", "figure", "bound")] + rows)
    }

    static func table(_ rows: [(String, String, String)]) -> String {
        let cells = rows.map { [$0.0, $0.1, $0.2] }
        let widths = (0..<3).map { column in cells.map { $0[column].count }.max() ?? 0 }
        let rule = [widths.map { String(repeating: "-", count: $0) }]
        return (cells.prefix(1) + rule + cells.dropFirst()).map { line in
            let padded = zip(line, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
            return "| " + padded.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    static func decimal(_ value: Double) -> String { String(format: "%.2f", value) }

    static func mebibytes(_ sample: Sample?) -> String { decimal(Double(sample?.memory ?? 0) / 1_048_576) }

    private static func list(_ counts: [String: Int]) -> String {
        let total = counts.values.reduce(0, +)
        let parts = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return parts.isEmpty ? "0" : "\(total): \(parts.joined(separator: ", "))"
    }
}
