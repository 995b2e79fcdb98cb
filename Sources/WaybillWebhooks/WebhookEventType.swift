import HTTPTypes
import WaybillRuntime

/// What a request's header fields say of the type of its events.
enum WebhookEventType {
    /// Nothing: the events say it themselves, or there is one type only.
    case inside
    /// This text.
    case named(String)
    /// There is no such field.
    case missing(UnreadMember)
    /// There are several, or one that is empty or too long.
    case unusable(UnreadMember)

    init(_ name: HTTPField.Name?, in headers: HTTPFields) {
        guard let name else {
            self = .inside
            return
        }
        if let text = PresentedSignature.onlyValue(name, headers) {
            self = .named(text)
        } else if headers[values: name].isEmpty {
            self = .missing(UnreadMember(path: "", reason: "there is no header \(name), which names the event"))
        } else {
            self = .unusable(UnreadMember(path: "", reason: "there must be one header \(name), with the event's name"))
        }
    }

    /// The type as it came; nil where the header says none.
    var text: String? {
        if case .named(let text) = self { text } else { nil }
    }
}
