@_spi(Generated) package import WaybillRuntime

/// The kinds of call that a fault is tried with.
package enum PeerCall: String, CaseIterable, Sendable {
    case get
    case keyedPost
    case documentedPost
    case unkeyedPost

    /// When it is sent again.
    package var resend: ResendPolicy {
        switch self {
        case .get: .safe
        case .keyedPost: .keyed
        case .documentedPost: .documented
        case .unkeyedPost: .never
        }
    }

    package var request: APIRequest<PeerClient, JSONValue> { request(path: "/v1/things") }

    package func request(path: String) -> APIRequest<PeerClient, JSONValue> {
        var request = APIRequest<PeerClient, JSONValue>(definition(path: path))
        guard self != .get else { return request }
        request.setBody { writer, filling in
            writer.beginObject()
            writer.member("made", filling.make("{hex32}"))
            writer.endObject()
        }
        if self == .keyedPost { request.setIdempotencyKey(nil) }
        return request
    }

    private func definition(path: String) -> OperationDefinition {
        let key = IdempotencyKeyRule(header: "Idempotency-Key", make: "peer-{uuid}", maxLength: 64)
        return OperationDefinition(
            id: "things.\(rawValue)",
            method: self == .get ? .get : .post,
            path: path,
            resend: resend,
            idempotencyKey: self == .keyedPost ? key : nil
        )
    }
}
