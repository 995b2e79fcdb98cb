import SpecYAML

/// A mapping whose keys the dialect fixes: the one declaration that reads it, checks its keys, and describes it.
struct Mapping<Value: Readable>: Sendable {
    /// The mapping as data.
    private(set) var shape: MappingShape
    /// Its keys, in the order in which they are read.
    let keys: [Key<Value>]
    private var place: (@Sendable (inout Value, SourceLocation) -> Void)?
    private var others: (names: [String], key: Key<Value>)?

    /// Declares a mapping by its keys.
    init(_ id: String, _ title: String, @KeyList<Value> keys: () -> [Key<Value>]) {
        self.keys = keys()
        shape = MappingShape(id: id, title: title, keys: self.keys.map(\.shape))
    }

    /// Declares a mapping whose value keeps the place where it stands.
    init(
        _ id: String,
        _ title: String,
        at place: Member<Value, SourceLocation>,
        @KeyList<Value> keys: () -> [Key<Value>]
    ) {
        self.init(id, title, keys: keys)
        self.place = { $0[keyPath: place] = $1 }
    }

    /// The mapping as a kind of value.
    var kind: Kind<Value> {
        Kind(.mapping(shape)) { decode($0, into: &$1) }
    }
}

// MARK: - Exceptions

extension Mapping {
    /// Lets the value of one key stand for the whole mapping.
    func short(for key: String) -> Mapping {
        var mapping = self
        mapping.shape.short = key
        return mapping
    }

    /// Wants one of several keys, or groups of keys.
    func oneOf(_ ways: [String]..., isExclusive: Bool = true, otherwise message: String? = nil) -> Mapping {
        var mapping = self
        mapping.shape.choices.append(.init(ways: ways, isExclusive: isExclusive, message: message))
        return mapping
    }

    /// Has parts of it stand in files of their own, such as `messages.sandbox.yaml`; here their keys are refused.
    func apart(_ parts: [FilePart]) -> Mapping {
        var mapping = self
        mapping.shape.partsApart = parts
        return mapping
    }

    /// Adds names that the surroundings of the mapping allow; all of them are read alike.
    func others<Element>(_ kind: Kind<Element>, _ member: Member<Value, [Named<Element>]>) -> Mapping {
        var mapping = self
        mapping.shape.hasOthers = true
        let key = Key<Value>("", kind.shape) { given, value, log in
            guard let element = kind.decode(given, &log) else { return false }
            value[keyPath: member].append(Named(Located(given.key, at: given.keyLocation), element))
            return true
        }
        mapping.others = ([], key)
        return mapping
    }

    /// The mapping in surroundings that allow these names.
    func allowing(_ names: [String]) -> Mapping {
        var mapping = self
        mapping.others?.names = names
        return mapping
    }
}

// MARK: - Reading

extension Mapping {
    /// The value of a member; nil if it is no such mapping, or something in it could not be read: what is there is whole.
    func decode(_ member: YAMLMember, into log: inout DecodingLog) -> Value? {
        let losses = log.losses
        var value = Value()
        place?(&value, member.value.location)
        return read(member, into: &value, &log) && log.losses == losses ? value : nil
    }

    /// Reads all keys into a value; false if something required was not read.
    func read(_ member: YAMLMember, into value: inout Value, _ log: inout DecodingLog) -> Bool {
        guard let members = member.value.mapping else {
            if let short = keys.first(where: { $0.shape.name == shape.short }) {
                return short.read(member, &value, &log)
            }
            log.lose(.wrongKind, expected: "a mapping, \(shape.title)", found: member.value)
            return false
        }
        let names = others?.names ?? []
        let isComplete = KeyCheck(shape: shape, others: names).check(members, of: member, into: &log)
        return log.reading(&value, members, besides: names) { value, log in
            read(members, at: member.value.location, into: &value, &log) && isComplete
        }
    }

    private func read(
        _ members: [YAMLMember],
        at location: SourceLocation,
        into value: inout Value,
        _ log: inout DecodingLog
    ) -> Bool {
        var isWhole = true
        for key in keys {
            let given = members.first { $0.key == key.shape.name } ?? usual(key, value, at: location)
            guard let given else { continue }
            let isRead = log.within(key.shape.name) { key.read(given, &value, &$0) }
            if !isRead, key.shape.absence == .error { isWhole = false }
        }
        let free = Set(others?.names ?? []).subtracting(keys.map(\.shape.name))
        for other in members where free.contains(other.key) { _ = others?.key.read(other, &value, &log) }
        return isWhole
    }

    /// The default as if it were written.
    private func usual(_ key: Key<Value>, _ value: Value, at location: SourceLocation) -> YAMLMember? {
        guard case .value(let text) = key.shape.absence, key.isDefaulted(value) else { return nil }
        let node = YAMLNode(content: .scalar(YAMLScalar(text: text, style: .plain)), location: location)
        return YAMLMember(key: key.shape.name, keyLocation: location, value: node)
    }
}

extension Kind {
    /// A mapping of names to mappings.
    static func named<Element: Readable>(_ mapping: Mapping<Element>, by name: String = "name") -> Kind
    where Value == [Named<Element>] {
        named(mapping.kind, by: name)
    }
}
