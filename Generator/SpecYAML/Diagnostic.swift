/// Something that is wrong or looks wrong in a spec, with the place that it is about.
public struct Diagnostic: Sendable, Hashable {
    /// Whether a diagnostic stops the generator.
    public enum Severity: String, Sendable, Hashable {
        /// The spec cannot be used.
        case error
        /// The spec can be used, and something in it looks wrong.
        case warning
    }

    /// A second place that belongs to a diagnostic, such as the first of two equal keys.
    public struct Note: Sendable, Hashable {
        /// What there is to see at that place.
        public let message: String
        /// Where that is.
        public let location: SourceLocation

        /// Makes a note.
        public init(message: String, location: SourceLocation) {
            self.message = message
            self.location = location
        }
    }

    /// Whether it stops the generator.
    public let severity: Severity
    /// The rule that found it, in kebab case, such as `yaml-duplicate-key`.
    ///
    /// Stable, so that tools can tell diagnostics apart.
    public let rule: String
    /// What is wrong and what to do about it, in one line without a final period.
    public let message: String
    /// The place that must change.
    public let location: SourceLocation
    /// Further places, in the order in which they are shown.
    public let notes: [Note]

    /// Makes a diagnostic; `DiagnosticCollector.error` is shorter.
    public init(
        severity: Severity,
        rule: String,
        message: String,
        location: SourceLocation,
        notes: [Note] = []
    ) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.location = location
        self.notes = notes
    }
}
