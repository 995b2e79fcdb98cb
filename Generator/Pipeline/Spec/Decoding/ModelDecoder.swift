import SpecYAML

/// Reads one model.
enum ModelDecoder {
    /// The model under a name.
    static func decode(_ member: YAMLMember, file: String, into log: inout DecodingLog) -> ModelSpec? {
        guard let reader = MappingReader(member.value, as: .model, owner: member.keyLocation, into: &log) else {
            return nil
        }
        var model = ModelSpec(at: reader.location, file: file)
        model.about = reader.text("about", into: &log)
        model.notes = reader.text("notes", into: &log)
        model.free = reader.text("free", into: &log)
        model.fields = reader.named("fields", into: &log, of: FieldDecoder.decode)
        model.predicates = reader.named("predicates", into: &log) { PredicateDecoder.decode($0.value, into: &$1) }
        model.lookups = reader.named("lookups", into: &log, of: lookup)
        return model
    }

    private static func lookup(_ member: YAMLMember, into log: inout DecodingLog) -> LookupSpec? {
        guard let reader = MappingReader(member.value, as: .lookup, owner: member.keyLocation, into: &log) else {
            return nil
        }
        let list = reader.text("in", into: &log)
        let by = reader.text("by", into: &log)
        guard let list, let by else { return nil }
        return LookupSpec(list: list, by: by)
    }
}
