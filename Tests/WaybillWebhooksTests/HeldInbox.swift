import WaybillWebhooks

/// An inbox in memory; one that is away keeps nothing.
actor HeldInbox: WebhookInbox {
    private(set) var messages: [InboxMessage] = []
    private(set) var keepFor: Duration?
    private var isAway = false

    func add(_ messages: [InboxMessage], keepFor: Duration) throws -> [Bool] {
        if isAway { throw WebhookSampleError.storeIsDown }
        self.keepFor = keepFor
        return messages.map { message in
            if self.messages.contains(where: { $0.key == message.key }) { return false }
            self.messages.append(message)
            return true
        }
    }

    func goAway() { isAway = true }
}
