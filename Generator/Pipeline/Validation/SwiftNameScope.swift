import SpecYAML

/// Names that stand beside each other in Swift, so that no two of them may be one.
struct SwiftNameScope {
    /// A name of the spec with what it becomes.
    struct Entry {
        /// The name that the author wrote: the wire name, or the `swift:` that replaces it.
        let written: Located<String>
        let identifier: SwiftIdentifier
        /// Whether it has a key `swift`, so that the name on the wire can stay.
        var takesOverride = false
    }

    /// What the names belong to, for messages.
    let title: String
    /// Names that are taken already, in Swift's spelling.
    let reserved: Set<String>
    /// What else of the spec has taken a name, in Swift's spelling.
    var owners: [String: Located<String>] = [:]
    /// The names in the author's order.
    var entries: [Entry] = []

    /// Makes a scope without names.
    init(_ title: String, reserved: Set<String> = []) {
        self.title = title
        self.reserved = reserved
    }

    /// Adds the name of a property, function, case or word that may have another one in Swift.
    mutating func add(member name: Located<String>, override: Located<String>?) {
        let identifier = SwiftNaming.member(name.value, override: override?.value)
        entries.append(Entry(written: override ?? name, identifier: identifier, takesOverride: true))
    }

    /// Adds the name of a property or function, which is the spec's own and on no wire.
    mutating func add(member name: Located<String>) {
        entries.append(Entry(written: name, identifier: SwiftNaming.member(name.value)))
    }

    /// Adds the names of fields, constants and those that take an argument aside, which have no property.
    mutating func add(_ fields: [Named<FieldSpec>]) {
        for field in fields where field.value.always == nil && field.value.fromArgument == nil {
            add(member: field.name, override: field.value.swiftName)
        }
    }

    /// Adds the name of a type.
    mutating func add(type name: Located<String>) {
        entries.append(Entry(written: name, identifier: SwiftNaming.type(name.value)))
    }
}
