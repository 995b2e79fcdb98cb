/// Writes the properties of a model that have an amount together with its currency.
struct MoneyRenderer {
    /// All of a model, each with an empty line before it.
    func write(_ model: Reference<ResolvedModel>, to writer: inout SwiftWriter) {
        for money in model.money {
            writer.blank()
            writer.doc(DocComment(text(money), or: ""))
            let mark: SwiftCode = money.isOptional ? "?" : ""
            writer.block("public var \(money.identifier): Money\(mark)") { write(money, to: &$0) }
        }
    }

    private func write(_ money: ResolvedMoney, to writer: inout SwiftWriter) {
        var bound: [SwiftCode] = []
        if money.amount.type.isOptional { bound.append("let units = self.\(member: money.amount.identifier)") }
        // A local value may bear the name of a property.
        let units: SwiftCode = money.amount.type.isOptional ? "units" : "self.\(member: money.amount.identifier)"
        let currency: SwiftCode
        switch money.currency {
        case .code(let code): currency = .literal(code)
        case .field(let field) where field.type.isOptional:
            bound.append("let code = self.\(member: field.identifier)")
            currency = field.type.unwrapped.text("code")
        case .field(let field): currency = field.type.text("self.\(member: field.identifier)")
        }
        if !bound.isEmpty { writer.line("guard \(.joined(bound, ", ")) else { return nil }") }
        var arguments: [SwiftLayout] = [.code("minorUnits: \(units)"), .code("currency: \(currency)")]
        if !money.exponents.isEmpty {
            let pairs = money.exponents.map { (SwiftCode.literal($0.currency), SwiftLayout.code("\($0.places)")) }
            arguments.append(.labelled(SwiftIdentifier(made: "exponents"), .pairs(pairs)))
        }
        writer.layout(.call("Money", arguments), prefix: bound.isEmpty ? "" : "return ")
    }

    private func text(_ money: ResolvedMoney) -> String {
        let source = money.exponents.isEmpty ? "by ISO 4217" : "by the service's own rules, else by ISO 4217"
        let amount = "`\(money.amount.identifier.text)` in the smallest unit of"
        switch money.currency {
        case .code(let code): return "\(amount) \(code), whose decimal places are \(source)."
        case .field(let field):
            let missing = money.isOptional ? " Nil where one of the two is missing." : ""
            return "\(amount) `\(field.identifier.text)`, whose decimal places are \(source).\(missing)"
        }
    }
}
