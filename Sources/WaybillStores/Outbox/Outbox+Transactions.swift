extension Outbox where Store == SQLOutbox {
    /// Keeps a request in a transaction, together with rows of the program's own, or not at all.
    ///
    /// ```swift
    /// try await database.withTransaction { connection in
    ///     try await connection.query("INSERT INTO orders …")
    ///     try await outbox.add(Client.Messages.send(…), id: order.id, in: connection)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - request: The request, from one of the builders of the client's resources.
    ///   - id: What the program knows it by. Of two requests with one id the first is sent.
    ///   - transaction: What runs the statements of the transaction.
    /// - Returns: False where the id is known already; nothing is changed then.
    /// - Throws: The client's own error where the request's arguments are refused; what the database throws.
    @discardableResult
    nonisolated(nonsending) public func add<Value>(
        _ request: APIRequest<Client, Value>,
        id: String,
        in transaction: any SQLExecutor
    ) async throws -> Bool {
        try await store.add(message(request, id: id), in: transaction)
    }
}
