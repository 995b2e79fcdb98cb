import SpecYAML

/// Reads one union.
enum UnionDecoder {
    /// The union under a name.
    static func decode(_ member: YAMLMember, file: String, into log: inout DecodingLog) -> UnionSpec? {
        guard let reader = MappingReader(member.value, as: .union, owner: member.keyLocation, into: &log) else {
            return nil
        }
        let by = reader["by"].flatMap { discriminator($0, into: &log) }
        let cases = reader.named("cases", into: &log, of: shape)
        guard let by else { return nil }
        var union = UnionSpec(at: reader.location, file: file, by: by)
        union.about = reader.text("about", into: &log)
        union.cases = cases
        return union
    }

    private static func discriminator(
        _ node: YAMLNode,
        into log: inout DecodingLog
    ) -> Located<UnionSpec.Discriminator>? {
        if node["field"] != nil { return field(node, into: &log) }
        if node.mapping != nil {
            guard let reader = MappingReader(node, as: .unionTag, into: &log) else { return nil }
            return reader.text("tag", into: &log).map { Located(.tag($0.value), at: node.location) }
        }
        guard let word = ScalarDecoder.text(node, into: &log) else { return nil }
        switch word.value {
        case "key": return Located(.key, at: node.location)
        case "jsonType": return Located(.jsonType, at: node.location)
        default:
            ScalarDecoder.unknownWord(
                word,
                among: ["key", "jsonType", "{ tag: <field> }", "{ field: <path> }"],
                into: &log
            )
            return nil
        }
    }

    private static func field(_ node: YAMLNode, into log: inout DecodingLog) -> Located<UnionSpec.Discriminator>? {
        guard let reader = MappingReader(node, as: .unionField, into: &log) else { return nil }
        let path = reader.text("field", into: &log)
        let absent = reader.text("absent", into: &log)
        let normalise = reader.word("normalise", Normalisation.self, into: &log)
        guard let path else { return nil }
        let by = UnionSpec.Discriminator.field(
            path: path.value,
            absent: absent?.value,
            isNormalised: normalise != nil
        )
        return Located(by, at: node.location)
    }

    private enum Normalisation: String, CaseIterable {
        case dotted
    }

    private static func shape(_ member: YAMLMember, into log: inout DecodingLog) -> UnionCaseSpec? {
        guard member.value.mapping != nil else {
            return TypeExpressionDecoder.decode(member.value, into: &log).map { UnionCaseSpec(type: $0) }
        }
        guard
            let reader = MappingReader(member.value, as: .unionCase, owner: member.keyLocation, into: &log),
            let type = reader["type"].flatMap({ TypeExpressionDecoder.decode($0, into: &log) })
        else { return nil }
        var shape = UnionCaseSpec(type: type)
        shape.about = reader.text("about", into: &log)
        shape.at = reader.text("at", into: &log)
        shape.has = reader.text("has", into: &log)
        shape.tag = reader.text("tag", into: &log)
        shape.swiftName = reader.text("name", into: &log)
        return shape
    }
}
