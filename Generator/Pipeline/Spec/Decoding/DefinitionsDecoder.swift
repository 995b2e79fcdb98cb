import SpecYAML

/// Reads the webhooks, models, enums and unions of a file and adds them to the spec; no two may have one name.
struct DefinitionsDecoder {
    private var places: [String: SourceLocation] = [:]

    /// Adds the definitions of one file.
    mutating func decode(_ root: YAMLNode, file: String, into spec: inout Spec, _ log: inout DecodingLog) {
        let kind: MappingKind = .definitions
        let sections = DialectKeys.keys(of: kind).map(\.name)
        let members = (root.mapping ?? []).filter { sections.contains($0.key) }
        let node = YAMLNode(content: .mapping(members), location: root.location)
        guard let reader = MappingReader(node, as: kind, into: &log) else { return }
        let models = reader.named("models", into: &log) { ModelDecoder.decode($0, file: file, into: &$1) }
        let enums = reader.named("enums", into: &log) { EnumDecoder.decode($0, file: file, into: &$1) }
        let unions = reader.named("unions", into: &log) { UnionDecoder.decode($0, file: file, into: &$1) }
        let webhooks = reader.named("webhooks", into: &log) { WebhookDecoder.decode($0, file: file, into: &$1) }
        spec.webhooks += webhooks.filter { claim($0.name, into: &log) }
        spec.models += models.filter { claim($0.name, into: &log) }
        spec.enums += enums.filter { claim($0.name, into: &log) }
        spec.unions += unions.filter { claim($0.name, into: &log) }
    }

    private mutating func claim(_ name: Located<String>, into log: inout DecodingLog) -> Bool {
        guard let first = places[name.value] else {
            places[name.value] = name.location
            return true
        }
        log.complain(
            .duplicateDefinition,
            "the type \(Echo.quoted(name.value)) is defined twice; rename one, or leave one out",
            at: name.location,
            notes: [Diagnostic.Note(message: "the first definition", location: first)]
        )
        return false
    }
}
