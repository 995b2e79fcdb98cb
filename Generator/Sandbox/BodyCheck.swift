@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Reads the body of a request as its operation has it.
struct BodyCheck {
    let body: RequestBody

    /// The body's value; null where the operation has none.
    func value(of request: SandboxRequest) throws(Refusal) -> JSONValue {
        guard !body.isEmpty else { return .null }
        if case .form = body.encoding {
            try checkType(of: request)
        } else if request.body.isEmpty {
            throw Refusal(.malformed, "the body is missing")
        }
        let value: JSONValue
        do {
            value = try body.value(of: request.body)
        } catch {
            throw Refusal(.malformed, "the body is \(error)")
        }
        guard value.objectValue != nil else { throw Refusal(.malformed, "the body must be an object") }
        return value
    }

    /// Text of any other type can be read as a form too, and would be one with odd names.
    private func checkType(of request: SandboxRequest) throws(Refusal) {
        let type = request.header("Content-Type") ?? ""
        let essence = type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        guard essence == body.encoding.mediaType else {
            let found = type.isEmpty ? "has no Content-Type" : "is \(type)"
            throw Refusal(.malformed, "the body \(found), and must be \(body.encoding.mediaType)")
        }
    }
}
