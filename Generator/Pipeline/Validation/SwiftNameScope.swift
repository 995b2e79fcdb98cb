import SpecYAML

/// Names that stand beside each other in Swift, so that no two of them may be one.
struct SwiftNameScope {
    /// A name of the spec with what it becomes.
    struct Entry {
        /// The name that the author wrote: the wire name, or the `swift:` that replaces it.
        let written: Located<String>
        /// The name on the wire or in the spec, where another one is written for Swift.
        let name: String
        /// What it names, for messages: `path parameter`.
        let kind: String
        let identifier: SwiftIdentifier
        /// Whether the author can give it another name in Swift alone, by `swift:`.
        let canDiffer: Bool
    }

    /// What the names belong to, for messages.
    let title: String
    /// Names that are taken already, in Swift's spelling.
    let reserved: Set<String>
    /// Whether the names are those of files too, which some file systems do not tell apart by letter case.
    let isOfFiles: Bool
    /// The names in the author's order.
    var entries: [Entry] = []

    /// Makes a scope without names.
    init(_ title: String, reserved: Set<String> = [], isOfFiles: Bool = false) {
        self.title = title
        self.isOfFiles = isOfFiles
        self.reserved = isOfFiles ? Set(reserved.map { $0.lowercased() }) : reserved
    }

    /// What makes two names one.
    func key(_ entry: Entry) -> String { isOfFiles ? entry.identifier.text.lowercased() : entry.identifier.text }

    /// Adds the name of a property, function, case or word.
    mutating func add(member name: Located<String>, as kind: String) {
        add(SwiftNaming.member(name.value), of: name, as: kind)
    }

    /// Adds a name that `swift:` can replace.
    mutating func add(member name: Located<String>, as kind: String, override: Located<String>?) {
        let identifier = SwiftNaming.member(name.value, override: override?.value)
        entries.append(
            Entry(written: override ?? name, name: name.value, kind: kind, identifier: identifier, canDiffer: true)
        )
    }

    /// Adds a word of the wire, whose name `swift:` can replace.
    mutating func add(word: Located<String>, as kind: String, override: Located<String>?) {
        let identifier = SwiftNaming.word(word.value, override: override?.value)
        entries.append(
            Entry(written: override ?? word, name: word.value, kind: kind, identifier: identifier, canDiffer: true)
        )
    }

    /// Adds a name that the generator makes of one of the spec's.
    mutating func add(_ identifier: SwiftIdentifier, of name: Located<String>, as kind: String) {
        entries.append(Entry(written: name, name: name.value, kind: kind, identifier: identifier, canDiffer: false))
    }

    /// Adds the names of fields, constants and those that take an argument aside, which have no property.
    mutating func add(_ fields: [Named<FieldSpec>], as kind: String) {
        for field in fields where field.value.always == nil && field.value.fromArgument == nil {
            add(member: field.name, as: kind, override: field.value.swiftName)
        }
    }

    /// Adds the name of a type; one that no type can have is another rule's business.
    mutating func add(type name: Located<String>, as kind: String) {
        guard SwiftIdentifier(name.value) != nil else { return }
        add(SwiftNaming.type(name.value), of: name, as: kind)
    }
}
