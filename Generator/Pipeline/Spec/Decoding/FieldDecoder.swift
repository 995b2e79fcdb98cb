import SpecYAML
import WaybillJSON

/// Reads a field: `{ type: int?, about: … }`, or its type alone.
enum FieldDecoder {
    /// The field under a name.
    static func decode(_ member: YAMLMember, into log: inout DecodingLog) -> FieldSpec? {
        var field = FieldSpec(at: member.value.location)
        guard member.value.mapping != nil else {
            field.type = TypeExpressionDecoder.decode(member.value, into: &log)
            return field
        }
        guard let reader = MappingReader(member.value, as: .field, owner: member.keyLocation, into: &log) else {
            return nil
        }
        field.type = reader["type"].flatMap { TypeExpressionDecoder.decode($0, into: &log) }
        naming(reader, of: &field, into: &log)
        values(reader, of: &field, into: &log)
        field.constraints = constraints(reader, into: &log)
        checkType(reader, of: member, into: &log)
        return field
    }

    private static func naming(_ reader: MappingReader, of field: inout FieldSpec, into log: inout DecodingLog) {
        field.about = reader.text("about", into: &log)
        field.swiftName = reader.text("name", into: &log)
        field.keys = reader.texts("keys", into: &log)
        field.isUnlabelled = reader.word("label", Label.self, into: &log) != nil
    }

    private static func values(_ reader: MappingReader, of field: inout FieldSpec, into log: inout DecodingLog) {
        let type = field.type?.value
        field.always = reader["always"].flatMap { JSONValueDecoder.value($0, into: &log) }
        field.defaultValue = reader["default"].flatMap { JSONValueDecoder.value($0, for: type, into: &log) }
        field.make = reader.text("make", into: &log)
        field.filled = reader.text("filled", into: &log)
        field.isLenient = reader.bool("lenient", into: &log)?.value ?? false
        field.isSpread = reader.bool("spread", into: &log)?.value ?? false
        field.among = reader.text("among", into: &log)
    }

    private static func constraints(_ reader: MappingReader, into log: inout DecodingLog) -> ConstraintsSpec {
        var constraints = ConstraintsSpec()
        constraints.min = reader.double("min", into: &log)
        constraints.max = reader.double("max", into: &log)
        constraints.pattern = reader.text("pattern", into: &log)
        constraints.minLength = reader.int("minLength", into: &log)
        constraints.maxLength = reader.int("maxLength", into: &log)
        constraints.minItems = reader.int("minItems", into: &log)
        constraints.maxItems = reader.int("maxItems", into: &log)
        constraints.notBlank = reader.bool("notBlank", into: &log)
        return constraints
    }

    private static func checkType(_ reader: MappingReader, of member: YAMLMember, into log: inout DecodingLog) {
        guard reader["type"] == nil, reader["always"] == nil else { return }
        log.hasLosses = true
        let known = DialectKeys.keys(of: .field).map(\.name)
        let isMisspelt = reader.unknownKeys.contains {
            ["type", "always"].contains(Suggestion.nearest(to: $0, among: known))
        }
        guard !isMisspelt else { return }
        let message = "field \(Echo.quoted(member.key)) needs a type; write 'type:', or 'always:' for a constant"
        log.lose(.missingKey, message, at: member.keyLocation)
    }

    private enum Label: String, CaseIterable {
        case none
    }
}
