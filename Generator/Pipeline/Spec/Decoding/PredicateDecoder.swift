import SpecYAML

/// Reads a predicate: `{ status: sent }`, `{ status: [a, b] }`, `{ status: { prefix: x } }`, `{ any: […] }`.
enum PredicateDecoder {
    /// The predicate that a mapping states; several members must all hold.
    static func decode(_ node: YAMLNode, into log: inout DecodingLog) -> PredicateSpec? {
        guard let members = node.mapping, !members.isEmpty else {
            log.lose(.wrongKind, expected: "a predicate such as { status: sent }", found: node)
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
            log.lose(.wrongKind, expected: "a list of predicates", found: node)
            return nil
        }
        return elements.compactMap { decode($0, into: &log) }
    }

    private static func comparison(_ member: YAMLMember, into log: inout DecodingLog) -> PredicateSpec? {
        let field = Located(member.key, at: member.keyLocation)
        guard member.value.mapping == nil else { return detailed(field, member, into: &log) }
        switch member.value.scalar.map({ ($0.style, $0.text) }) {
        case (.plain, "present")?: return .present(field: field)
        case (.plain, "notEmpty")?: return .notEmpty(field: field)
        default:
            let values = Kind.list(.comparable).decode(member, &log) ?? []
            return .equals(field: field, values: values, ignoringCase: false)
        }
    }

    private static func detailed(
        _ field: Located<String>,
        _ member: YAMLMember,
        into log: inout DecodingLog
    ) -> PredicateSpec? {
        guard let comparison = Comparison.dialect.decode(member, into: &log) else { return nil }
        let ignoringCase = comparison.ignoringCase
        guard let prefix = comparison.prefix else {
            return .equals(field: field, values: comparison.equals, ignoringCase: ignoringCase)
        }
        if !ignoringCase { return .prefix(field: field, prefix: prefix) }
        log.lose(.unknownKey, "'ignoringCase' goes with 'equals' only; leave it out", at: member.value.location)
        return nil
    }
}

extension Kind where Value == PredicateSpec {
    /// A mapping of fields to what they must be.
    static var predicate: Kind {
        Kind(.predicate(comparison: Comparison.dialect.shape)) { PredicateDecoder.decode($0.value, into: &$1) }
    }
}

private struct Comparison: Readable {
    var equals: [Located<PredicateSpec.PredicateValue>] = []
    var prefix: Located<String>?
    var ignoringCase = false

    static let dialect = Mapping<Comparison>("comparison", "a comparison") {
        Key("equals", .list(.comparable), \.equals).otherwise("this or `prefix`").means("The value, or one of these.")
        Key("prefix", .text, \.prefix).otherwise("this or `equals`").means("How the text begins.")
        Key("ignoringCase", .bool, flag: \.ignoringCase)
            .means("Whether `equals` takes capital and small letters for the same.")
    }.oneOf(["equals"], ["prefix"])
}

extension Kind where Value == Located<PredicateSpec.PredicateValue> {
    fileprivate static var comparable: Kind {
        scalar(.either([.text("text"), .int, .bool]), .wrongKind, "a value to compare with") { scalar in
            if scalar.isNull { return nil }
            return scalar.bool.map { .bool($0) } ?? scalar.int.map { .int($0) } ?? .text(scalar.text)
        }
    }
}
