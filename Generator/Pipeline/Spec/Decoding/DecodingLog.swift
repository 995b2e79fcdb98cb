import SpecYAML

/// The diagnostics of decoding, and whether something of the spec was lost.
///
/// A spec that lost something is not validated: every rule would complain about what is missing.
struct DecodingLog {
    /// What was found so far.
    var diagnostics = DiagnosticCollector()
    /// Whether a part of the spec could not be read.
    var hasLosses = false

    /// Reports a part that could not be read.
    mutating func lose(
        _ rule: DecodingRule,
        _ message: String,
        at location: SourceLocation,
        notes: [Diagnostic.Note] = []
    ) {
        hasLosses = true
        diagnostics.error(rule.rawValue, message, at: location, notes: notes)
    }

    /// Reports something wrong that leaves all that the spec says readable.
    mutating func complain(
        _ rule: DecodingRule,
        _ message: String,
        at location: SourceLocation,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.error(rule.rawValue, message, at: location, notes: notes)
    }
}
