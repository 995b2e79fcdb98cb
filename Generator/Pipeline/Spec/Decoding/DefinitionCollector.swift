import SpecYAML

/// Puts the definitions of all files together; no two may have one name.
struct DefinitionCollector {
    private(set) var definitions = DefinitionsSpec()
    private var locations: [String: SourceLocation] = [:]

    /// Adds the definitions of one file, without those whose name is taken.
    mutating func add(_ others: DefinitionsSpec, into log: inout DecodingLog) {
        definitions.webhooks += others.webhooks.filter { claim($0.name, into: &log) }
        definitions.models += others.models.filter { claim($0.name, into: &log) }
        definitions.enums += others.enums.filter { claim($0.name, into: &log) }
        definitions.unions += others.unions.filter { claim($0.name, into: &log) }
    }

    private mutating func claim(_ name: Located<String>, into log: inout DecodingLog) -> Bool {
        guard let first = locations[name.value] else {
            locations[name.value] = name.location
            return true
        }
        log.complain(
            .duplicateDefinition,
            "the type \(SpecText.quoted(name.value)) is defined twice; rename one, or leave one out",
            at: name.location,
            notes: [Diagnostic.Note(message: "the first definition", location: first)]
        )
        return false
    }
}
