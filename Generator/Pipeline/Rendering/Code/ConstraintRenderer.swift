/// Writes the checks of a value before it is sent.
struct ConstraintRenderer {
    let index: RequestIndex
    /// The local name of what collects the violations.
    let checker: SwiftIdentifier

    /// The statements; `argument` is the name that violations give it.
    func statements(_ property: ResolvedField, argument: SwiftCode, value: SwiftCode) -> [SwiftStatement] {
        let type = property.type
        var statements = checks(property.constraints, type, "\(checker)", argument, value).map(SwiftStatement.line)
        if let element = type.checkedElement {
            statements += checks(property.elementConstraints, element, "$0", "$1", "$2").map { check in
                .block("\(checker).check(\(argument), list: \(value))", check)
            }
        }
        if let check = type.check("\(checker)", argument, value) { statements.append(.line(check)) }
        if index.isChecked(type) { statements.append(.line("\(checker).check(\(argument), \(value))")) }
        return statements
    }

    /// The statement that wants one of several values, of which none is needed by itself; nil where there are none.
    func statement(anyOf fields: [ResolvedField], argument: (ResolvedField) -> SwiftCode) -> SwiftStatement? {
        guard let first = fields.first else { return nil }
        let others = fields.dropFirst().map { SwiftLayout.code(.literal($0.identifier.text)) }
        let given = SwiftCode.joined(fields.map(\.isGiven), " || ")
        let arguments: [SwiftLayout] = [
            .code(argument(first)), .labelled(SwiftIdentifier(made: "or"), .array(others)),
            .code("isGiven: \(given)"),
        ]
        return .call(.call("\(checker).check", arguments))
    }

    /// The statements for the constraints of one value, a field's or an element's.
    private func checks(
        _ constraints: ValueConstraints,
        _ type: ResolvedType,
        _ checker: SwiftCode,
        _ argument: SwiftCode,
        _ value: SwiftCode
    ) -> [SwiftCode] {
        var statements: [SwiftCode] = []
        let start: SwiftCode = "\(checker).check(\(argument), "
        if let bounds = bounds(constraints, type.unwrapped) {
            statements.append("\(start)\(value), \(bounds))")
        }
        if type.measure == .json, let bytes = constraints.maxBytes {
            statements.append("\(start)json: \(json(value, type)), maxBytes: \(bytes))")
        } else if let rules = textRules(constraints) {
            statements.append("\(start)\(text(value, type)), \(rules))")
        }
        if let items = range("minItems", constraints.minItems, "maxItems", constraints.maxItems) {
            let mark: SwiftCode = type.isOptional ? "?" : ""
            statements.append("\(start)count: \(value)\(mark).count, \(items))")
        }
        return statements
    }

    private func bounds(_ constraints: ValueConstraints, _ type: ResolvedType) -> SwiftCode? {
        let bounds: [SwiftCode] = [
            constraints.min.map { "min: \(limit("\($0)", type))" },
            constraints.max.map { "max: \(limit("\($0)", type))" },
        ].compactMap(\.self)
        return bounds.isEmpty ? nil : .joined(bounds, ", ")
    }

    /// A bound as an expression of the type.
    private func limit(_ digits: String, _ type: ResolvedType) -> SwiftCode {
        switch type {
        case .format(.decimal): SwiftValue.decimal(digits).code
        case .format(let format) where format.isWhole: Int(digits).map { .number($0) } ?? .number(digits: digits)
        default: .number(digits: digits)
        }
    }

    private func textRules(_ constraints: ValueConstraints) -> SwiftCode? {
        var rules: [SwiftCode] = []
        if let pattern = constraints.pattern { rules.append("matches: \(.pattern(pattern))") }
        if constraints.isNotBlank { rules.append("notBlank: true") }
        if let length = range("minLength", constraints.minLength, "maxLength", constraints.maxLength) {
            rules.append(length)
        }
        if let bytes = constraints.maxBytes { rules.append("maxBytes: \(bytes)") }
        return rules.isEmpty ? nil : .joined(rules, ", ")
    }

    private func text(_ value: SwiftCode, _ type: ResolvedType) -> SwiftCode {
        switch type.unwrapped {
        case .format(.string), .format(.id): value
        default: type.text(value)
        }
    }

    private func json(_ value: SwiftCode, _ type: ResolvedType) -> SwiftCode {
        guard type.unwrapped == .format(.object) else { return value }
        return type.isOptional ? "\(value).map { .object($0) }" : ".object(\(value))"
    }

    private func range(_ minLabel: SwiftCode, _ min: Int?, _ maxLabel: SwiftCode, _ max: Int?) -> SwiftCode? {
        let bounds: [SwiftCode] = [
            min.map { "\(minLabel): \($0)" }, max.map { "\(maxLabel): \($0)" },
        ].compactMap(\.self)
        return bounds.isEmpty ? nil : .joined(bounds, ", ")
    }
}
