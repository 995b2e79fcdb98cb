/// Turns diagnostics into text that people, editors and CI can read.
///
/// ```
/// spec/orders.yaml:14:23: error[unknown-type]: no type 'decimel'; did you mean 'decimal'?
/// 14 |       amount: { type: decimel }
///    |                       ^~~~~~~
/// ```
/// Notes follow as `file:line:column: note: message`. Lines longer than 100 characters are cut around the caret; control
/// and bidi characters are shown as `\u{202E}`.
public struct DiagnosticFormatter: Sendable {
    /// The longest message that is printed whole: a bound for rules that forget to use `SpecText`.
    private static let messageLimit = 400

    /// The largest file that is searched for excerpts, in bytes; no larger one is ever read as a spec.
    private static let excerptLimit = 8 << 20

    private let files: [String: SourceFile]

    /// Makes a formatter that takes its excerpts from these files; a file that is missing here, or larger
    /// than 8 MiB, has no excerpt.
    public init(files: [SourceFile]) {
        self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One diagnostic, without a final line end.
    public func format(_ diagnostic: Diagnostic) -> String {
        var indexes: [String: LineIndex] = [:]
        return text(of: diagnostic, &indexes)
    }

    /// Several diagnostics in the order given, one below the other, without a final line end.
    public func format(_ all: [Diagnostic]) -> String {
        var indexes: [String: LineIndex] = [:]
        return all.map { text(of: $0, &indexes) }.joined(separator: "\n")
    }

    private func text(of diagnostic: Diagnostic, _ indexes: inout [String: LineIndex]) -> String {
        let label = "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]"
        var lines = [heading(diagnostic.location, label, diagnostic.message)]
        if let excerpt = excerpt(at: diagnostic.location, &indexes) { lines.append(excerpt) }
        lines += diagnostic.notes.map { heading($0.location, "note", $0.message) }
        return lines.joined(separator: "\n")
    }

    private func heading(_ location: SourceLocation, _ label: String, _ message: String) -> String {
        let path = location.file.unicodeScalars.map(SpecText.visible).joined()
        return "\(path):\(location.line):\(location.column): \(label): \(shown(message))"
    }

    private func shown(_ message: String) -> String {
        let scalars = message.unicodeScalars
        let text = scalars.prefix(Self.messageLimit).map(SpecText.visible).joined()
        return scalars.dropFirst(Self.messageLimit).isEmpty ? text : text + "…"
    }

    private func excerpt(at location: SourceLocation, _ indexes: inout [String: LineIndex]) -> String? {
        guard let file = files[location.file], file.bytes.count <= Self.excerptLimit else { return nil }
        guard let range = indexes[location.file, default: LineIndex(file)].range(ofLine: location.line) else {
            return nil
        }
        return Excerpt(of: location, line: file.bytes[range]).text
    }
}
