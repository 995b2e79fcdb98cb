import SpecYAML

struct MoneyRule: ValidationRule {
    let id = "money"
    let summary = "Money is a whole number of smallest units, and the code of a currency."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for model in context.spec.models {
            for money in model.value.money { check(money.value, model, context.definitions, into: &diagnostics) }
        }
    }

    private func check(
        _ money: MoneySpec,
        _ model: Named<ModelSpec>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        if let type = type(of: money.amount, model, definitions, into: &diagnostics), !isAmount(type) {
            diagnostics.error(id, noAmount(money.amount.value), at: money.amount.location)
        }
        if let currency = money.currency {
            if let type = type(of: currency, model, definitions, into: &diagnostics), !isText(type) {
                diagnostics.error(id, noText(currency.value), at: currency.location)
            }
        }
        var seen: Set<String> = []
        for exponent in money.exponents {
            if !(0...12).contains(exponent.value.value) {
                diagnostics.error(id, noPlaces, at: exponent.value.location)
            }
            if !seen.insert(exponent.name.value.uppercased()).inserted {
                diagnostics.error(id, twice(exponent.name.value), at: exponent.name.location)
            }
        }
    }

    private func type(
        of name: Located<String>,
        _ model: Named<ModelSpec>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) -> ResolvedType? {
        let properties = model.value.fields.filter { $0.value.always == nil && $0.value.fromArgument == nil }
        guard let field = properties.first(where: { $0.name.value == name.value }) else {
            diagnostics.error(id, unknown(name.value, properties.map(\.name.value)), at: name.location)
            return nil
        }
        guard let type = field.value.type?.value, !definitions.isUndefined(type) else { return nil }
        return definitions.type(type).unwrapped
    }

    private func isAmount(_ type: ResolvedType) -> Bool { type == .format(.int) || type == .format(.textInt) }

    private func isText(_ type: ResolvedType) -> Bool {
        type == .format(.string) || type == .format(.id) || type.words?.value.isNumeric == false
    }
}

// MARK: - Messages

extension MoneyRule {
    private var noPlaces: String { "a currency has 0 to 12 decimal places; correct it" }

    private func unknown(_ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "name one of \(names.joined(separator: ", "))"
        return "no field \(SpecText.quoted(name)); \(fix)"
    }

    private func noAmount(_ name: String) -> String {
        "\(SpecText.quoted(name)) counts no smallest units; name an int, and leave amounts such as 19.99 a decimal"
    }

    private func noText(_ name: String) -> String {
        "\(SpecText.quoted(name)) has no code of a currency; name a string or an enum, or write 'code'"
    }

    private func twice(_ currency: String) -> String {
        "\(SpecText.quoted(currency)) has its decimal places already, whatever its letters; leave one of them out"
    }
}
