@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Reads the body of a request as its operation has it.
struct BodyCheck {
    let body: RequestBody

    /// The body's value; null where the operation has none.
    func value(of request: SandboxRequest) throws(Refusal) -> JSONValue {
        if let mediaType = body.mediaType, isTypeChecked { try checkType(of: request, mediaType) }
        guard !body.isEmpty else { return .null }
        if case .json = body.encoding, request.body.isEmpty { throw Refusal(.malformed, "the body is missing") }
        let value: JSONValue
        do {
            value = try body.value(of: request.body, request.header("Content-Type") ?? "")
        } catch {
            throw Refusal(.malformed, "the body is \(error)")
        }
        guard value.objectValue != nil else { throw Refusal(.malformed, "the body must be an object") }
        return value
    }

    /// JSON is told by what it is; any other body could be read under a wrong type too, and a form would have odd names.
    private var isTypeChecked: Bool { body.encoding != .json || body.contentType != nil }

    private func checkType(of request: SandboxRequest, _ mediaType: String) throws(Refusal) {
        let type = request.header("Content-Type") ?? ""
        guard Self.essence(of: type) != Self.essence(of: mediaType) else { return }
        let found = type.isEmpty ? "has no Content-Type" : "is \(type)"
        throw Refusal(.malformed, "the body \(found), and must be \(mediaType)")
    }

    /// The type without its parameters.
    private static func essence(of type: String) -> String {
        type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    }
}
