/// What other modules declare, as the compiler's own symbol graphs tell it: `make names` writes the lists anew.
///
/// No name in them is forbidden for being there. The generator looks up what a spec's name would take the place of, and writes
/// that in full (``TypeScope``); refused is what cannot be told apart even so.
enum KnownNames {
    /// Everything that can be imported where a client is built: an API cannot have the name of one of these.
    static let modules = Set(words(moduleList))

    /// Types inside those that generated types conform to: they stand in every such type as if it declared them.
    static let innerTypes = members.keys.reduce(into: Set<String>()) { $0.formUnion(innerTypes(of: $1)) }

    private static let types: [String: String] = sections(typeList).reduce(into: [:]) { types, section in
        // Foundation hands on what is declared below it, on every platform.
        let module = section.head == "FoundationEssentials" ? "Foundation" : section.head
        // What several modules declare is the first one's; the standard library is the last.
        for name in section.names where types[name] == nil { types[name] = module }
    }

    private static let members: [String: Set<String>] = sections(memberList).reduce(into: [:]) { members, section in
        members[section.head] = Set(section.names)
    }

    /// The module of a type that generated code or generated tests can name; nil for what none of them declares.
    static func module(of type: String) -> String? { types[type] }

    /// The properties, functions, cases and types inside a type; for a protocol those that every conforming type has.
    static func members(of types: String...) -> Set<String> {
        types.reduce(into: []) { $0.formUnion(members[$1] ?? []) }
    }

    /// The types inside a type.
    static func innerTypes(of type: String) -> Set<String> {
        members(of: type).filter { $0.first?.isUppercase == true }
    }

    /// The names of several lists, each after its head and a colon.
    static func sections(_ lines: [String]) -> [(head: String, names: [String])] {
        words(lines).reduce(into: []) { sections, word in
            if word.hasSuffix(":") {
                sections.append((head: String(word.dropLast()), names: []))
            } else if !sections.isEmpty {
                sections[sections.count - 1].names.append(word)
            }
        }
    }

    private static func words(_ lines: [String]) -> [String] {
        lines.flatMap { $0.split(separator: " ").map(String.init) }
    }
}
