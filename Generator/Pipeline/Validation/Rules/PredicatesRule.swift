import SpecYAML

struct PredicatesRule: ValidationRule {
    let id = "predicate"
    let summary = "A predicate names fields of its model and compares them with values that they can have."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for model in context.spec.models {
            for predicate in model.value.predicates {
                check(predicate.value, model, definitions, into: &diagnostics)
            }
        }
    }

    private func check(
        _ predicate: PredicateSpec,
        _ model: Named<ModelSpec>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        switch predicate {
        case .any(let parts), .all(let parts):
            for part in parts { check(part, model, definitions, into: &diagnostics) }
        case .equals(let name, let values, let ignoringCase):
            guard let type = type(of: name, model, definitions, into: &diagnostics) else { return }
            for value in values {
                guard let fault = fault(value.value, type, ignoringCase) else { continue }
                diagnostics.error(id, fault, at: value.location)
            }
        case .prefix(let name, let prefix):
            guard let type = type(of: name, model, definitions, into: &diagnostics), !isText(type) else { return }
            diagnostics.error(id, noText(name.value), at: prefix.location)
        case .present(let name):
            guard let type = type(of: name, model, definitions, into: &diagnostics), !type.isOptional else { return }
            diagnostics.error(id, alwaysPresent(name.value), at: name.location)
        case .notEmpty(let name):
            guard let type = type(of: name, model, definitions, into: &diagnostics) else { return }
            if type.measure == .list { return }
            diagnostics.error(id, noList(name.value), at: name.location)
        }
    }

    private func type(
        of name: Located<String>,
        _ model: Named<ModelSpec>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) -> ResolvedType? {
        guard let field = model.value.fields.first(where: { $0.name.value == name.value }) else {
            diagnostics.error(id, unknown(name.value, model), at: name.location)
            return nil
        }
        guard let type = field.value.type?.value, !definitions.isUndefined(type) else { return nil }
        return definitions.type(type)
    }

    private func fault(
        _ value: PredicateSpec.PredicateValue,
        _ type: ResolvedType,
        _ ignoringCase: Bool
    ) -> String? {
        switch (value, type.unwrapped) {
        case (.int(let number), .words(let words)) where words.value.isNumeric:
            let names = words.words.map(\.name)
            return names.isEmpty || names.contains(String(number)) ? nil : unknownWord(String(number), names)
        case (.text(let text), .words(let words)) where !words.value.isNumeric:
            let names = words.words.map(\.name)
            return names.isEmpty || ignoringCase || names.contains(text) ? nil : unknownWord(text, names)
        case (.text, .format(.string)), (.text, .format(.id)): return nil
        case (.bool, .format(.bool)), (.bool, .format(.textBool)): return nil
        case (.int, .format(.int)), (.int, .format(.textInt)): return nil
        case (.text, _): return wrongType("text", type)
        case (.bool, _): return wrongType("true or false", type)
        case (.int, _): return wrongType("a number", type)
        }
    }

    private func isText(_ type: ResolvedType) -> Bool {
        switch type.unwrapped {
        case .format(.string), .format(.id): true
        case .words(let words): !words.value.isNumeric
        default: false
        }
    }
}

// MARK: - Messages

extension PredicatesRule {
    private func unknown(_ name: String, _ model: Named<ModelSpec>) -> String {
        let names = model.value.fields.map(\.name.value)
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it to the model's fields"
        return "model \(SpecText.quoted(model.name.value)) has no field \(SpecText.quoted(name)); \(fix)"
    }

    private func unknownWord(_ word: String, _ words: [String]) -> String {
        let fix =
            Suggestion.nearest(to: word, among: words).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it to the enum"
        return "the enum has no word \(SpecText.quoted(word)); \(fix)"
    }

    private func wrongType(_ found: String, _ type: ResolvedType) -> String {
        let fix =
            "compare text, numbers and truth values with fields of their own type (quote text that looks like one)"
        return "\(found) is never equal to a field of type \(SpecText.quoted(type.unwrapped.text)); \(fix)"
    }

    private func noText(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no text, so it has no prefix; use 'equals', or another field"
    }

    private func alwaysPresent(_ name: String) -> String {
        "\(SpecText.quoted(name)) is always present; make its type optional with '?', or leave the predicate out"
    }

    private func noList(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no list; write 'present', or name a list"
    }
}
