/// How the bodies of an operation's requests are written.
@_spi(Generated)
public enum BodyEncoding: Sendable, Hashable {
    /// As JSON.
    case json
    /// As a form, `application/x-www-form-urlencoded`.
    case form(FormNotation)
    /// As fields and files, `multipart/form-data`.
    case multipart
    /// As it is: text.
    case text
    /// As it is: bytes.
    case bytes

    /// The media type, as the header field Content-Type has it.
    public var mediaType: String {
        switch self {
        case .json: "application/json"
        case .form: "application/x-www-form-urlencoded"
        case .multipart: "multipart/form-data"
        case .text: "text/plain; charset=utf-8"
        case .bytes: "application/octet-stream"
        }
    }
}
