import SpecYAML

/// A kind of value: what may stand under a key, and how that is read.
struct Kind<Value: Sendable>: Sendable {
    let shape: ValueShape
    /// Reads the value of a member; nil if nothing is to be set, which is a loss if the log says so.
    let decode: @Sendable (YAMLMember, inout DecodingLog) -> Value?

    /// Makes a kind of its shape and its decoder.
    init(_ shape: ValueShape, decode: @escaping @Sendable (YAMLMember, inout DecodingLog) -> Value?) {
        self.shape = shape
        self.decode = decode
    }

    /// The same kind, read as something else; nil from the closure sets nothing.
    func map<Other>(_ transform: @escaping @Sendable (Value) -> Other?) -> Kind<Other> {
        Kind<Other>(shape) { member, log in decode(member, &log).flatMap(transform) }
    }

    /// The same kind, with the place of the value.
    func located() -> Kind<Located<Value>> {
        Kind<Located<Value>>(shape) { member, log in
            decode(member, &log).map { Located($0, at: member.value.location) }
        }
    }
}

// MARK: - Kinds made of others

extension Kind {
    /// One value, or a list of them.
    static func list<Element>(_ element: Kind<Element>) -> Kind where Value == [Element] {
        Kind(.list(element.shape)) { member, log in
            guard let nodes = member.value.sequence else { return element.decode(member, &log).map { [$0] } ?? [] }
            return nodes.compactMap { node in
                element.decode(YAMLMember(key: member.key, keyLocation: node.location, value: node), &log)
            }
        }
    }

    /// A mapping whose names the author chooses.
    static func named<Element>(_ element: Kind<Element>, by name: String = "name") -> Kind
    where Value == [Named<Element>] {
        Kind(.names(of: element.shape, by: name)) { member, log in
            guard let members = member.value.mapping else {
                log.lose(.wrongKind, expected: "a mapping of names", found: member.value)
                return []
            }
            return members.compactMap { member in
                log.within(member.key) { element.decode(member, &$0) }
                    .map { Named(Located(member.key, at: member.keyLocation), $0) }
            }
        }
    }

    /// A mapping of names, or a list of names of which nothing is to say.
    static func namedOrListed<Element: Readable>(_ mapping: Mapping<Element>, by name: String) -> Kind
    where Value == [Named<Element>] {
        let named = Kind.named(mapping.kind, by: name)
        let names = Kind<[Located<String>]>.list(.text(name))
        return Kind(.either([named.shape, names.shape])) { member, log in
            guard member.value.sequence != nil else { return named.decode(member, &log) }
            return names.decode(member, &log)?.map { Named($0, Element()) }
        }
    }

    /// The value, or the word `none`.
    static func orNone<Wrapped>(_ kind: Kind<Wrapped>) -> Kind where Value == Wrapped? {
        Kind(.either([kind.shape, .words(["none"])])) { member, log in
            if member.value.scalar?.text == "none" { return .some(nil) }
            return kind.decode(member, &log)
        }
    }

    /// One of several mappings, told apart by their required keys; the first one where none is there.
    static func forms(_ forms: Kind...) -> Kind {
        Kind(.either(forms.map(\.shape))) { member, log in
            let form = forms.first { $0.requiredKeys.contains { member.value[$0] != nil } } ?? forms.first
            return form?.decode(member, &log)
        }
    }

    private var requiredKeys: [String] {
        guard case .mapping(let mapping) = shape else { return [] }
        return mapping.keys.filter { $0.absence == .error }.map(\.name)
    }
}
