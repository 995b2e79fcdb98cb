/// The answer to a request that names the version which the caller has: what is there now, or that nothing has changed.
///
/// RFC 9110, sections 13.1.2 (`If-None-Match`) and 15.4.5 (304). The name of the version that came stands in
/// ``ResponseMetadata/entityTag``; keep it beside the value, and give it to the next call.
public enum Revalidated<Value: Sendable>: Sendable {
    /// The service has another version, or the caller named none.
    case modified(Value)
    /// What the caller has is still right.
    case notModified

    /// The value that came; nil where nothing has changed.
    public var value: Value? {
        if case .modified(let value) = self { value } else { nil }
    }
}

extension Revalidated: Equatable where Value: Equatable {}
extension Revalidated: Hashable where Value: Hashable {}
