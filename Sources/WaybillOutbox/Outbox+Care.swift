extension Outbox {
    /// What is known of a request; nil where the outbox does not know the id.
    public func row(_ id: String) async throws -> OutboxRow? {
        try await store.row(id, in: name)
    }

    /// The requests in a state, the oldest first: those in doubt, for one.
    public func list(_ state: OutboxState, limit: Int = 100) async throws -> [OutboxRow] {
        try await store.rows(in: name, state, limit: limit)
    }

    /// Ends a doubt: somebody has looked, or the service has told.
    ///
    /// - Returns: False where the request is not in doubt.
    public func resolve(_ id: String, as resolution: OutboxResolution) async throws -> Bool {
        try await move(id, from: [.inDoubt], to: resolution == .sent ? .sent : .queued)
    }

    /// Has a request sent again that was refused, with as many attempts as a new one, under the same idempotency key.
    ///
    /// A server that has stored its refusal for the key repeats it: add the request anew then, under another id.
    ///
    /// - Returns: False where the request is not refused.
    public func retry(_ id: String) async throws -> Bool {
        try await move(id, from: [.refused], to: .queued)
    }

    /// Gives up a request that waits, was refused or is in doubt; its content is deleted.
    ///
    /// - Returns: False where the request is in none of these states: what is being sent cannot be called back.
    public func discard(_ id: String) async throws -> Bool {
        try await move(id, from: [.queued, .refused, .inDoubt], to: .discarded)
    }

    /// How much the outbox holds.
    public func figures() async throws -> OutboxFigures {
        try await store.figures(of: name)
    }

    /// Deletes what has ended for longer than ``OutboxRules/keepFor``, in all outboxes of the store; never what is in doubt.
    ///
    /// Nothing else deletes rows: call it once an hour.
    ///
    /// - Returns: How many rows were deleted, ten thousand at the most; call again while it is that many.
    @discardableResult
    public func removeEnded() async throws -> Int {
        try await store.removeEnded()
    }

    private func move(_ id: String, from states: Set<OutboxState>, to state: OutboxState) async throws -> Bool {
        try await store.move(id, in: name, from: states, to: state, keepFor: rules.keepFor)
    }
}
