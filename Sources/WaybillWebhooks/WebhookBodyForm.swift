public import WaybillRuntime

/// How the body of a webhook is written.
@_spi(Generated)
public enum WebhookBodyForm: String, Sendable, Hashable, CaseIterable {
    /// JSON (RFC 8259).
    case json
    /// `application/x-www-form-urlencoded` (URL Standard, section 5); its event is an object of texts.
    case form

    /// A body as JSON, a form as an object of texts; nil where it is neither.
    public func json(of body: [UInt8]) -> JSONValue? {
        switch self {
        case .json: try? JSONValue(parsing: body)
        case .form: WebhookForm(body)?.json
        }
    }

    /// The media type of such a body.
    public var mediaType: String {
        switch self {
        case .json: "application/json"
        case .form: "application/x-www-form-urlencoded"
        }
    }
}
