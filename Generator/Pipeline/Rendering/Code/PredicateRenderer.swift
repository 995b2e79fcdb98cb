import WaybillJSON

/// Writes the derived properties of a model and its look-ups.
struct PredicateRenderer {
    /// All of a model, each with an empty line before it.
    func write(_ model: Reference<ResolvedModel>, to writer: inout SwiftWriter) {
        for predicate in model.predicates {
            writer.blank()
            let text = "True where \(words(predicate.condition))."
            writer.doc(DocComment(text, or: ""))
            write(predicate, to: &writer)
        }
        for lookup in model.lookups {
            writer.blank()
            write(lookup, to: &writer)
        }
    }

    private func write(_ predicate: ResolvedPredicate, to writer: inout SwiftWriter) {
        let terms = terms(predicate.condition)
        let head: SwiftCode = "public var \(predicate.identifier): Bool"
        let line: SwiftCode = "\(head) { \(.joined(terms, "")) }"
        if line.text.count + 4 <= SwiftWriter.width { return writer.line(line) }
        writer.block(head) { writer in
            let whole = SwiftCode.joined(terms, "")
            guard whole.text.count + 8 > SwiftWriter.width, terms.count > 1 else { return writer.line(whole) }
            writer.line(terms[0])
            // The formatter breaks before an operator; each further term begins with its own.
            writer.indented { writer in
                for term in terms.dropFirst() { writer.line(term.droppingFirstSpace) }
            }
        }
    }

    /// The terms of a condition, each but the first with its operator before it.
    private func terms(_ condition: ResolvedCondition) -> [SwiftCode] {
        switch condition {
        case .equals(let property, let values, let ignoringCase):
            let terms = literals(values, of: property, ignoringCase).map { equality(property, $0, ignoringCase) }
            return terms.isEmpty ? ["false"] : separated(terms, by: " || ")
        case .prefix(let property, let prefix):
            let text = text(property)
            let call: SwiftCode = "\(text).hasPrefix(\(literal: prefix))"
            return [property.type.isOptional ? "\(call) == true" : call]
        case .present(let property):
            return [property.type.isOptional ? "\(property.access) != nil" : "true"]
        case .notEmpty(let property):
            return [
                property.type.isOptional
                    ? "\(property.access)?.isEmpty == false" : "!\(property.identifier).isEmpty"
            ]
        case .any(let parts):
            return parts.isEmpty ? ["false"] : separated(parts.map { single($0, isInsideAll: false) }, by: " || ")
        case .all(let parts):
            return parts.isEmpty ? ["true"] : separated(parts.map { single($0, isInsideAll: true) }, by: " && ")
        }
    }

    /// The values that a field is compared with; those of a comparison without regard to case are in lower case.
    private func literals(_ values: [JSONValue], of field: ResolvedField, _ ignoringCase: Bool) -> [SwiftValue] {
        values.map { value in
            if ignoringCase, let text = value.stringValue { return .string(text.lowercased()) }
            return SwiftValue(value, as: field.type.unwrapped)
        }
    }

    private func separated(_ terms: [SwiftCode], by separator: SwiftCode) -> [SwiftCode] {
        terms.enumerated().map { $0.offset == 0 ? $0.element : "\(separator)\($0.element)" }
    }

    private func single(_ condition: ResolvedCondition, isInsideAll: Bool) -> SwiftCode {
        let terms = terms(condition)
        let whole = SwiftCode.joined(terms, "")
        if terms.count == 1 { return whole }
        if case .all = condition { return isInsideAll ? whole : "(\(whole))" }
        return isInsideAll ? "(\(whole))" : whole
    }

    private func equality(_ property: ResolvedField, _ value: SwiftValue, _ ignoringCase: Bool) -> SwiftCode {
        if ignoringCase { return "\(text(property)).lowercased() == \(value.code)" }
        if case .bool(true) = value, !property.type.isOptional { return "\(property.identifier)" }
        if case .bool(false) = value, !property.type.isOptional { return "!\(property.identifier)" }
        return "\(property.access) == \(value.code)"
    }

    /// The property as text, with the mark of optional chaining where that is needed.
    private func text(_ property: ResolvedField) -> SwiftCode {
        let mark: SwiftCode = property.type.isOptional ? "?" : ""
        if property.type.words != nil { return "\(property.access)\(mark).rawValue" }
        return "\(property.access)\(mark)"
    }

    private func write(_ lookup: ResolvedLookup, to writer: inout SwiftWriter) {
        let by = lookup.by
        let parameter = by.identifier
        let list: SwiftCode = lookup.list.type.isOptional ? "\(lookup.list.access)?" : lookup.list.access
        writer.doc(
            DocComment(
                "The first of `\(lookup.list.identifier.text)` with this `\(by.identifier.text)`, or nil.",
                or: ""
            )
        )
        let head: SwiftCode =
            "public subscript(\(label: lookup.label) \(parameter): \(by.type.unwrapped.code)) -> \(type: lookup.element.identifier)?"
        let key: SwiftCode = by.isNullable ? "\(member: by.identifier).value" : "\(member: by.identifier)"
        writer.block(head) { $0.line("\(list).first { $0.\(key) == \(parameter) }") }
    }

    private func words(_ condition: ResolvedCondition) -> String {
        switch condition {
        case .equals(let property, let values, let ignoringCase):
            let list = list(literals(values, of: property, ignoringCase).map { "`\(word($0))`" }, "or")
            return "`\(property.identifier.text)` is \(list)" + (ignoringCase ? ", in whatever case" : "")
        case .prefix(let property, let prefix): return "`\(property.identifier.text)` begins with `\(prefix)`"
        case .present(let property): return "there is a `\(property.identifier.text)`"
        case .notEmpty(let property): return "`\(property.identifier.text)` is not empty"
        case .any(let parts): return list(parts.map { words($0) }, "or")
        case .all(let parts): return list(parts.map { words($0) }, "and")
        }
    }

    private func list(_ parts: [String], _ conjunction: String) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nothing" }
        return parts.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }

    private func word(_ value: SwiftValue) -> String {
        switch value {
        case .word(_, let name): name.text
        case .string(let text), .unnamedWord(_, let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        default: "…"
        }
    }
}
