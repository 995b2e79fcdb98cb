/// Collects the diagnostics of a run, so that all of them are reported together.
public struct DiagnosticCollector: Sendable {
    private var collected: [Diagnostic] = []

    /// Makes an empty collector.
    public init() {}

    /// Whether any error was collected; warnings do not count.
    public var hasErrors: Bool {
        collected.contains { $0.severity == .error }
    }

    /// Everything collected, sorted by file, line, column and rule; of exact duplicates one remains.
    public var all: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return collected.filter { seen.insert($0).inserted }.sorted(by: Self.precedes)
    }

    /// Adds an error: the spec cannot be used.
    public mutating func error(
        _ rule: String,
        _ message: String,
        at location: SourceLocation,
        notes: [Diagnostic.Note] = []
    ) {
        add(Diagnostic(severity: .error, rule: rule, message: message, location: location, notes: notes))
    }

    /// Adds a warning: the spec can be used, and something in it looks wrong.
    public mutating func warning(_ rule: String, _ message: String, at location: SourceLocation) {
        add(Diagnostic(severity: .warning, rule: rule, message: message, location: location))
    }

    /// Adds a diagnostic as it is.
    public mutating func add(_ diagnostic: Diagnostic) {
        collected.append(diagnostic)
    }

    /// Adds everything that another collector holds.
    public mutating func merge(_ other: DiagnosticCollector) {
        collected += other.collected
    }

    // Message and severity come last so that the order never depends on the order of discovery.
    private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        let (one, two) = (left.location, right.location)
        if one.file != two.file { return one.file < two.file }
        if (one.line, one.column) != (two.line, two.column) { return (one.line, one.column) < (two.line, two.column) }
        if left.rule != right.rule { return left.rule < right.rule }
        if left.message != right.message { return left.message < right.message }
        return one < two
    }
}
