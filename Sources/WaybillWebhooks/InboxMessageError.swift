/// Why a message of an inbox cannot be read.
public enum InboxMessageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is of the webhook of this name, and another one was asked to read it.
    case otherWebhook(String)

    /// Its ``InboxMessage/details`` are not as they were written.
    case damaged(key: String)

    /// What is wrong, without anything of the event.
    public var description: String {
        switch self {
        case .otherWebhook(let name): "the message is of the webhook '\(name)'; have that one read it"
        case .damaged(let key): "the message '\(key)' is not as it was kept; the store has changed it"
        }
    }
}
