/// Writes the derived properties of a model and its look-ups.
struct PredicateRenderer {
    /// All of a model, each with an empty line before it.
    func write(_ model: ModelIR, to writer: inout SwiftWriter) {
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

    private func write(_ predicate: PredicateIR, to writer: inout SwiftWriter) {
        let terms = terms(predicate.condition)
        let head: SwiftCode = "public var \(predicate.name): Bool"
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
    private func terms(_ condition: ConditionIR) -> [SwiftCode] {
        switch condition {
        case .equals(let property, let values, let ignoringCase):
            let terms = values.map { equality(property, $0, ignoringCase) }
            return terms.isEmpty ? ["false"] : separated(terms, by: " || ")
        case .prefix(let property, let prefix):
            let text = text(property)
            let call: SwiftCode = "\(text).hasPrefix(\(literal: prefix))"
            return [property.type.isOptional ? "\(call) == true" : call]
        case .present(let property):
            return [property.type.isOptional ? "\(property.name) != nil" : "true"]
        case .notEmpty(let property):
            return [property.type.isOptional ? "\(property.name)?.isEmpty == false" : "!\(property.name).isEmpty"]
        case .any(let parts):
            return parts.isEmpty ? ["false"] : separated(parts.map { single($0, isInsideAll: false) }, by: " || ")
        case .all(let parts):
            return parts.isEmpty ? ["true"] : separated(parts.map { single($0, isInsideAll: true) }, by: " && ")
        }
    }

    private func separated(_ terms: [SwiftCode], by separator: SwiftCode) -> [SwiftCode] {
        terms.enumerated().map { $0.offset == 0 ? $0.element : "\(separator)\($0.element)" }
    }

    private func single(_ condition: ConditionIR, isInsideAll: Bool) -> SwiftCode {
        let terms = terms(condition)
        let whole = SwiftCode.joined(terms, "")
        if terms.count == 1 { return whole }
        if case .all = condition { return isInsideAll ? whole : "(\(whole))" }
        return isInsideAll ? "(\(whole))" : whole
    }

    private func equality(_ property: PropertyIR, _ value: SwiftValue, _ ignoringCase: Bool) -> SwiftCode {
        if ignoringCase { return "\(text(property)).lowercased() == \(value.code)" }
        if case .bool(true) = value, !property.type.isOptional { return "\(property.name)" }
        if case .bool(false) = value, !property.type.isOptional { return "!\(property.name)" }
        return "\(property.name) == \(value.code)"
    }

    /// The property as text, with the mark of optional chaining where that is needed.
    private func text(_ property: PropertyIR) -> SwiftCode {
        let mark: SwiftCode = property.type.isOptional ? "?" : ""
        if case .word = property.type.unwrapped { return "\(property.name)\(mark).rawValue" }
        return "\(property.name)\(mark)"
    }

    private func write(_ lookup: LookupIR, to writer: inout SwiftWriter) {
        let by = lookup.by
        let parameter = by.name
        let list: SwiftCode = lookup.list.type.isOptional ? "\(lookup.list.name)?" : "\(lookup.list.name)"
        writer.doc(
            DocComment(
                "The first of `\(lookup.list.name.text)` with this `\(by.name.text)`, or nil.",
                or: ""
            )
        )
        let head: SwiftCode =
            "public subscript(\(label: lookup.label) \(parameter): \(by.type.unwrapped.code)) -> \(lookup.element.code)?"
        writer.block(head) { $0.line("\(list).first { $0.\(member: by.name) == \(parameter) }") }
    }

    private func words(_ condition: ConditionIR) -> String {
        switch condition {
        case .equals(let property, let values, let ignoringCase):
            let list = list(values.map { "`\(word($0))`" }, "or")
            return "`\(property.name.text)` is \(list)" + (ignoringCase ? ", in whatever case" : "")
        case .prefix(let property, let prefix): return "`\(property.name.text)` begins with `\(prefix)`"
        case .present(let property): return "there is a `\(property.name.text)`"
        case .notEmpty(let property): return "`\(property.name.text)` is not empty"
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
        case .word(let name): name.text
        case .string(let text), .unnamedWord(_, let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        default: "…"
        }
    }
}
