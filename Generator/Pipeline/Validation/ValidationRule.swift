package import SpecYAML

/// One rule that a spec must keep.
package protocol ValidationRule: Sendable {
    /// The rule's name in diagnostics, in kebab case; stable, so that tools can tell diagnostics apart.
    var id: String { get }

    /// What the rule demands, in one line: the catalog of all rules shows it.
    var summary: String { get }

    /// Adds an error for each place that breaks the rule: what is wrong, and how to fix it.
    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector)
}
