import SpecYAML

/// A member of the spec that a key writes.
typealias Member<Owner, Value> = any WritableKeyPath<Owner, Value> & Sendable

/// One key of a mapping: its name, its kind of value, and the member of the spec that it writes.
///
/// A member that is not optional is written by a required key, or by one with a default: there is no other initialiser.
struct Key<Owner: Sendable>: Sendable {
    /// The key as data.
    private(set) var shape: KeyShape
    /// Whether the default holds, going by the keys that stand before this one.
    private(set) var isDefaulted: @Sendable (Owner) -> Bool = { _ in true }
    /// Reads the value into its owner; false if nothing was set.
    let read: @Sendable (YAMLMember, inout Owner, inout DecodingLog) -> Bool

    /// Makes a key that is read by a closure of its own.
    init(
        _ name: String,
        _ shape: ValueShape,
        absence: KeyShape.Absence = .nothing,
        read: @escaping @Sendable (YAMLMember, inout Owner, inout DecodingLog) -> Bool
    ) {
        self.shape = KeyShape(name: name, value: shape, absence: absence)
        self.read = read
    }

    /// What the key says, in one line.
    func means(_ text: String) -> Key {
        var key = self
        key.shape.meaning = text
        return key
    }

    /// What holds without the key, in the words of the reference.
    func otherwise(_ text: String) -> Key {
        var key = self
        key.shape.absence = .described(text)
        return key
    }

    /// The word that the key had before, and what to write now where that is not the key alone.
    func formerly(_ word: String, now replacement: String? = nil) -> Key {
        var key = self
        key.shape.former = word
        key.shape.replacement = replacement ?? shape.name
        return key
    }

    /// The first version of the dialect that has the key, where that is not the first of all.
    func since(_ version: Int) -> Key {
        var key = self
        key.shape.since = version
        return key
    }

    /// Leaves the default out where it would contradict another key.
    func onlyWhere(_ condition: @escaping @Sendable (Owner) -> Bool) -> Key {
        var key = self
        key.isDefaulted = condition
        return key
    }

    /// The same key, of a mapping that writes more than this owner.
    func lifted<Root>(to owner: Member<Root, Owner>) -> Key<Root> {
        var key = Key<Root>(shape.name, shape.value, absence: shape.absence) { member, root, log in
            read(member, &root[keyPath: owner], &log)
        }
        key.shape = shape
        key.isDefaulted = { isDefaulted($0[keyPath: owner]) }
        return key
    }
}

// MARK: - Keys of members

extension Key {
    /// A key whose value is handed to a closure.
    init<Value>(
        _ name: String,
        _ kind: Kind<Value>,
        absence: KeyShape.Absence = .nothing,
        set: @escaping @Sendable (inout Owner, Value) -> Void
    ) {
        self.init(name, kind.shape, absence: absence) { member, owner, log in
            guard let value = kind.decode(member, &log) else { return false }
            set(&owner, value)
            return true
        }
    }

    /// A key that a mapping cannot do without.
    init<Value>(required name: String, _ kind: Kind<Value>, _ member: Member<Owner, Value>) {
        self.init(name, kind, absence: .error) { $0[keyPath: member] = $1 }
    }

    /// A key that a mapping cannot do without, although the spec can do without the mapping.
    init<Value>(required name: String, _ kind: Kind<Value>, _ member: Member<Owner, Value?>) {
        self.init(name, kind, absence: .error) { $0[keyPath: member] = $1 }
    }

    /// A key that may be left out.
    init<Value>(_ name: String, _ kind: Kind<Value>, _ member: Member<Owner, Value?>) {
        self.init(name, kind) { $0[keyPath: member] = $1 }
    }

    /// A key that may be left out, or say `none`.
    init<Value>(_ name: String, _ kind: Kind<Value?>, _ member: Member<Owner, Value?>) {
        self.init(name, kind) { $0[keyPath: member] = $1 }
    }

    /// A key with several values, or none.
    init<Element>(_ name: String, _ kind: Kind<[Element]>, _ member: Member<Owner, [Element]>) {
        self.init(name, kind) { $0[keyPath: member] = $1 }
    }

    /// A key that has a value even where it is left out.
    init<Value>(_ name: String, _ kind: Kind<Value>, _ member: Member<Owner, Value>, default text: String) {
        self.init(name, kind, absence: .value(text)) { $0[keyPath: member] = $1 }
    }

    /// A key that has a value even where it is left out.
    init<Value>(_ name: String, _ kind: Kind<Value>, _ member: Member<Owner, Value?>, default text: String) {
        self.init(name, kind, absence: .value(text)) { $0[keyPath: member] = $1 }
    }

    /// A key that is false where it is left out.
    init(_ name: String, _ kind: Kind<Located<Bool>>, flag member: Member<Owner, Bool>) {
        self.init(name, kind, absence: kind.shape == .bool ? .value("false") : .nothing) {
            $0[keyPath: member] = $1.value
        }
    }

    /// A mapping that writes members of a part which is always there.
    init<Part: Readable>(_ name: String, _ mapping: Mapping<Part>, in part: Member<Owner, Part>) {
        self.init(name, .mapping(mapping.shape)) { member, owner, log in
            mapping.read(member, into: &owner[keyPath: part], &log)
        }
    }

    /// A required mapping that writes members of a part which is always there.
    init<Part: Readable>(required name: String, _ mapping: Mapping<Part>, in part: Member<Owner, Part>) {
        self.init(name, .mapping(mapping.shape), absence: .error) { member, owner, log in
            mapping.read(member, into: &owner[keyPath: part], &log)
        }
    }
}
