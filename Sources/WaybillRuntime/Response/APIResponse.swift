/// An answer: its value, and what came beside it.
///
/// The value's properties and subscripts can be used on the answer itself; where the value is a sequence, so is the
/// answer.
@dynamicMemberLookup
public struct APIResponse<Value: Sendable>: Sendable {
    /// What the operation answers.
    public let value: Value

    /// Status, header fields, attempts, request id, rate limit and the raw body.
    public let http: ResponseMetadata

    /// Puts an answer together.
    @_spi(Generated) public init(value: Value, http: ResponseMetadata) {
        self.value = value
        self.http = http
    }

    /// The value's own properties and subscripts.
    public subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member {
        value[keyPath: member]
    }
}

extension APIResponse: Sequence where Value: Sequence {
    /// Makes an iterator over the value's elements.
    public func makeIterator() -> Value.Iterator { value.makeIterator() }

    /// As the value has it.
    public var underestimatedCount: Int { value.underestimatedCount }
}
