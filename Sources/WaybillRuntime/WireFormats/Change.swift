@_spi(Generated) public import WaybillJSON

/// What a request says of a value that is kept elsewhere: nothing, a new value, or that there is none any more.
///
/// A field that can be cleared is of this type. In a request of PATCH a member that is absent leaves the value as it is, and null
/// removes it (RFC 7396, section 1).
///
/// ```swift
/// try await client.parcels.update("p1", note: .clear, due: .set(date))
/// ```
public enum Change<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value stays as it is: the member is absent.
    case keep
    /// The value becomes this one.
    case set(Value)
    /// The value is removed: the member is null.
    case clear

    /// The new value; nil where it stays as it is, and where it is removed.
    public var value: Value? {
        if case .set(let value) = self { value } else { nil }
    }
}

extension Change {
    /// The same change of a value that is made of this one.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Change<Other> {
        switch self {
        case .keep: .keep
        case .set(let value): .set(try transform(value))
        case .clear: .clear
        }
    }
}

@_spi(Generated)
extension JSONReader {
    /// Reads what a member that is there says of a value; nil after a fault.
    @inline(never)
    public mutating func change<Value>(_ read: (inout JSONReader) -> Value?) -> Change<Value>? {
        isNull() ? .clear : read(&self).map { .set($0) }
    }
}

@_spi(Generated)
extension JSONWriter {
    /// Writes a member whose value has a wire format of its own; null where it is removed, and nothing where it stays.
    @inline(never)
    public mutating func member<Value>(
        _ key: StaticString,
        change: Change<Value>,
        _ write: (inout JSONWriter, Value) -> Void
    ) {
        switch change {
        case .keep: return
        case .set(let value):
            self.key(key)
            write(&self, value)
        case .clear:
            self.key(key)
            null()
        }
    }

    /// Writes a member; null where it is removed, and nothing where it stays.
    @inline(never)
    public mutating func member<Value: JSONWritable>(_ key: StaticString, change: Change<Value>) {
        member(key, change: change) { $1.encode(to: &$0) }
    }
}
