import SpecYAML

/// Reads a predicate: `{ status: sent }`, `{ status: [a, b] }`, `{ status: { prefix: x } }`, `{ any: […] }`.
enum PredicateDecoder {
    /// The predicate that a mapping states; several members must all hold.
    static func decode(_ node: YAMLNode, into log: inout DecodingLog) -> PredicateSpec? {
        guard let members = node.mapping, !members.isEmpty else {
            let message = ScalarDecoder.expected("a predicate such as { status: sent }", found: node)
            log.lose(.wrongKind, message, at: node.location)
            return nil
        }
        let parts = members.compactMap { part($0, into: &log) }
        return parts.count == 1 ? parts.first : .all(parts)
    }

    private static func part(_ member: YAMLMember, into log: inout DecodingLog) -> PredicateSpec? {
        switch member.key {
        case "any": return list(member.value, into: &log).map { .any($0) }
        case "all": return list(member.value, into: &log).map { .all($0) }
        default: return comparison(member, into: &log)
        }
    }

    private static func list(_ node: YAMLNode, into log: inout DecodingLog) -> [PredicateSpec]? {
        guard let elements = node.sequence, !elements.isEmpty else {
            log.lose(.wrongKind, ScalarDecoder.expected("a list of predicates", found: node), at: node.location)
            return nil
        }
        return elements.compactMap { decode($0, into: &log) }
    }

    private static func comparison(_ member: YAMLMember, into log: inout DecodingLog) -> PredicateSpec? {
        let field = Located(member.key, at: member.keyLocation)
        guard member.value.mapping == nil else { return detailed(field, member.value, into: &log) }
        switch member.value.scalar.map({ ($0.style, $0.text) }) {
        case (.plain, "present")?: return .present(field: field)
        case (.plain, "notEmpty")?: return .notEmpty(field: field)
        default: return .equals(field: field, values: values(member.value, into: &log), ignoringCase: false)
        }
    }

    private static func detailed(
        _ field: Located<String>,
        _ node: YAMLNode,
        into log: inout DecodingLog
    ) -> PredicateSpec? {
        guard let reader = MappingReader(node, as: .comparison, into: &log) else { return nil }
        let ignoringCase = reader.bool("ignoringCase", into: &log)?.value ?? false
        switch (reader["equals"], reader.text("prefix", into: &log)) {
        case (let equals?, nil):
            return .equals(field: field, values: values(equals, into: &log), ignoringCase: ignoringCase)
        case (nil, let prefix?):
            if !ignoringCase { return .prefix(field: field, prefix: prefix) }
            log.lose(.unknownKey, "'ignoringCase' goes with 'equals' only; leave it out", at: node.location)
            return nil
        default:
            log.lose(.missingKey, "a comparison needs 'equals' or 'prefix', one of them", at: node.location)
            return nil
        }
    }

    private static func values(
        _ node: YAMLNode,
        into log: inout DecodingLog
    ) -> [Located<PredicateSpec.PredicateValue>] {
        (node.sequence ?? [node]).compactMap { element in
            guard let scalar = element.scalar, !scalar.isNull else {
                log.lose(
                    .wrongKind,
                    ScalarDecoder.expected("a value to compare with", found: element),
                    at: element.location
                )
                return nil
            }
            if let bool = scalar.bool { return Located(.bool(bool), at: element.location) }
            if let int = scalar.int { return Located(.int(int), at: element.location) }
            return Located(.text(scalar.text), at: element.location)
        }
    }
}
