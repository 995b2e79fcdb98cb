/// A member of a mapping of the spec: its key, the key's place, and its value.
@dynamicMemberLookup
public struct Named<Value: Sendable>: Sendable {
    /// The key, as it is written in the spec.
    public var name: Located<String>
    /// What stands under the key.
    public var value: Value

    /// Pairs a key with what stands under it.
    public init(_ name: Located<String>, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// The members of the value, without naming it.
    public subscript<Member>(dynamicMember keyPath: KeyPath<Value, Member>) -> Member {
        value[keyPath: keyPath]
    }
}
