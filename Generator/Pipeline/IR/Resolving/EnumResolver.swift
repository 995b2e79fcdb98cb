/// Turns an open set of words into a struct with static members.
struct EnumResolver {
    let table: DefinitionTable

    /// One set.
    func resolve(_ definition: Named<EnumSpec>) -> EnumIR {
        let words = definition.value.values.map { value in
            WordIR(
                name: SwiftNaming.member(value.name.value, override: value.value.swiftName?.value),
                wireName: value.name.value,
                about: value.value.about?.value
            )
        }
        let byWireName = Dictionary(words.map { ($0.wireName, $0) }) { first, _ in first }
        return EnumIR(
            name: SwiftNaming.type(definition.name.value),
            folder: table.folder(definition.value.location),
            source: table.source(definition.value.location),
            about: definition.value.about?.value,
            words: words,
            order: definition.value.order.compactMap { byWireName[$0.value]?.name },
            final: definition.value.final.compactMap { byWireName[$0.value] }
        )
    }
}
