package import SpecYAML

/// Turns a `Spec` into a `ValidatedSpec`, or says which rules it breaks.
package struct Validator: Sendable {
    /// The rules, all of which are checked whatever the others find.
    package let rules: [any ValidationRule]

    /// Makes a validator with rules of one's own, as tests do; a spec that it lets through has kept only those.
    init(rules: [any ValidationRule]) {
        self.rules = rules
    }

    /// Checks what of a spec could be read, by the rules that need no more.
    func validateParts(of spec: Spec, into diagnostics: inout DiagnosticCollector) {
        check(rules.filter { $0 is any LocalRule }, ValidationContext(spec), into: &diagnostics)
    }

    /// Checks all rules and adds what they find to the diagnostics.
    ///
    /// Returns nil if the diagnostics hold an error afterwards, be it one of reading or of a rule.
    package func validate(_ spec: Spec, into diagnostics: inout DiagnosticCollector) -> ValidatedSpec? {
        let context = ValidationContext(spec)
        check(rules, context, into: &diagnostics)
        return diagnostics.hasErrors ? nil : ValidatedSpec(proved: context)
    }

    private func check(
        _ rules: [any ValidationRule],
        _ context: ValidationContext,
        into diagnostics: inout DiagnosticCollector
    ) {
        let found = rules.concurrentMap { rule in
            var diagnostics = DiagnosticCollector()
            rule.check(context, into: &diagnostics)
            return diagnostics
        }
        for found in found { diagnostics.merge(found) }
    }
}
