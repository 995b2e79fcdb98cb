public import SpecYAML

/// A value of the spec and the place where the author wrote it.
@dynamicMemberLookup
public struct Located<Value: Sendable>: Sendable {
    /// What the author wrote.
    public var value: Value
    /// The place where the author wrote it.
    public var location: SourceLocation

    /// Pairs a value with its place.
    public init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }

    /// The members of the value, without naming it.
    public subscript<Member>(dynamicMember keyPath: KeyPath<Value, Member>) -> Member {
        value[keyPath: keyPath]
    }

    /// The same place with another value.
    public func map<Other: Sendable>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
        Located<Other>(try transform(value), at: location)
    }
}

extension Located: Equatable where Value: Equatable {
    /// Two values are equal wherever they stand.
    public static func == (left: Located, right: Located) -> Bool {
        left.value == right.value
    }
}
