import SpecYAML

/// Reads one enum.
enum EnumDecoder {
    /// The enum under a name.
    static func decode(_ member: YAMLMember, file: String, into log: inout DecodingLog) -> EnumSpec? {
        guard let reader = MappingReader(member.value, as: .enum, owner: member.keyLocation, into: &log) else {
            return nil
        }
        var words = EnumSpec(at: reader.location, file: file)
        words.about = reader.text("about", into: &log)
        words.values = values(reader, into: &log)
        words.order = reader.texts("order", into: &log)
        words.final = reader.texts("final", into: &log)
        return words
    }

    private static func values(_ reader: MappingReader, into log: inout DecodingLog) -> [Named<EnumValueSpec>] {
        guard reader["values"]?.sequence != nil else { return reader.named("values", into: &log, of: value) }
        return reader.texts("values", into: &log).map { Named($0, EnumValueSpec()) }
    }

    private static func value(_ member: YAMLMember, into log: inout DecodingLog) -> EnumValueSpec? {
        var value = EnumValueSpec()
        guard member.value.mapping != nil else {
            value.about = ScalarDecoder.text(member.value, into: &log)
            return value
        }
        guard let reader = MappingReader(member.value, as: .enumValue, into: &log) else { return nil }
        value.about = reader.text("about", into: &log)
        value.swiftName = reader.text("name", into: &log)
        return value
    }
}
