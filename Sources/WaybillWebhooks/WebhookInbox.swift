/// Keeps events before they are acknowledged, so that work which takes longer than the service waits can follow later.
///
/// The row that keeps an event is its claim too: a copy finds the key there and is not kept again. So nothing can be lost
/// between claiming an event and putting it into a queue.
///
/// `WaybillStores` has inboxes on databases, which outlive the process. One of your own has to decide in one statement
/// whether a key is new, and return only once the messages would survive a crash.
public protocol WebhookInbox: Sendable {
    /// Keeps messages, except those whose keys it knows.
    ///
    /// Either all new ones are kept, or it throws and none has to be.
    ///
    /// - Parameters:
    ///   - messages: The events of one request.
    ///   - keepFor: How long copies have to be known at least, from now on.
    /// - Returns: For each message whether it is new; false for a copy.
    /// - Throws: Where they cannot be kept. The request is then not acknowledged, and the service sends it again.
    func add(_ messages: [InboxMessage], keepFor: Duration) async throws -> [Bool]
}
