import SpecYAML
@_spi(Generated) import WaybillJSON

/// A comparison for programs; `spec/DIFF.md` has the schema.
package struct JSONReport {
    /// The form's version: a change that a reader could stumble over makes a new one.
    static let version = 1

    package init() {}

    package func text(_ comparisons: [Comparison]) -> String {
        let root: JSONValue = [
            "waybillDiff": .number(JSONNumber(Self.version)),
            "apis": .array(comparisons.map(value)),
        ]
        return root.description + "\n"
    }

    private func value(_ comparison: Comparison) -> JSONValue {
        [
            "name": .string(comparison.name),
            "owedVersion": .string(comparison.owedVersion.rawValue),
            "changes": .array(comparison.changes.map(value)),
            "otherSymbols": .array(comparison.otherSymbols.map(value)),
        ]
    }

    private func value(_ change: JudgedChange) -> JSONValue {
        [
            "id": .string(change.id),
            "finding": .string(change.finding.rawValue),
            "place": .string(change.place),
            "change": .string(change.summary),
            "old": value(change.oldText, change.oldLocation),
            "new": value(change.newText, change.newLocation),
            "wire": .string(change.wire.rawValue),
            "swift": .string(change.swift.rawValue),
            "behaviour": .bool(change.isBehaviour),
            "reason": .string(change.reason),
            "symbols": .array(change.symbols.map(value)),
        ]
    }

    private func value(_ text: String?, _ location: SourceLocation?) -> JSONValue {
        guard let location else { return .null }
        return [
            "text": text.map { .string($0) } ?? .null,
            "file": .string(location.file),
            "line": .number(JSONNumber(location.line)),
        ]
    }

    private func value(_ symbol: SymbolChange) -> JSONValue {
        [
            "symbol": .string(symbol.path),
            "argument": symbol.label.map { .string($0) } ?? .null,
            "old": symbol.old.map { .string($0) } ?? .null,
            "new": symbol.new.map { .string($0) } ?? .null,
            "verdict": .string(symbol.verdict.rawValue),
            "reason": .string(symbol.reason),
        ]
    }
}
