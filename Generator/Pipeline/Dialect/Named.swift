/// A member of a mapping of the spec: its key, the key's place, and its value.
@dynamicMemberLookup
public struct Named<Value: Sendable>: Sendable {
    /// What it holds, made once: rules and renderers pass operations and fields around by the thousand, and a copy of one has dozens
    /// of texts and lists to keep alive.
    private final class Contents: Sendable {
        let name: Located<String>
        let value: Value

        init(_ name: Located<String>, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    private var contents: Contents

    /// The key, as it is written in the spec.
    public var name: Located<String> {
        get { contents.name }
        set { contents = Contents(newValue, value) }
    }

    /// What stands under the key.
    public var value: Value {
        get { contents.value }
        set { contents = Contents(name, newValue) }
    }

    /// Pairs a key with what stands under it.
    public init(_ name: Located<String>, _ value: Value) {
        contents = Contents(name, value)
    }

    /// The members of the value, without naming it.
    public subscript<Member>(dynamicMember keyPath: KeyPath<Value, Member>) -> Member {
        value[keyPath: keyPath]
    }
}
