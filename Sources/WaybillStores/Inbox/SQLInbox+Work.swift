extension SQLInbox {
    /// Takes an event that is due and works on it, in a transaction that completes it too.
    ///
    /// - Parameters:
    ///   - database: What begins and ends the transaction.
    ///   - work: What is done with the event, by way of the transaction's connection. What it throws undoes the transaction, and the
    ///     event comes again.
    /// - Returns: What came of it.
    /// - Throws: What the database throws where no event can be taken, or a failure cannot be recorded; the event comes
    ///   again when its lease ends.
    nonisolated(nonsending) public func work<Database: SQLDatabase>(
        in database: Database,
        _ work: nonisolated(nonsending) (InboxMessage, Database.Connection) async throws -> Void
    ) async throws -> InboxStep {
        guard let taken = try await take().first else { return .idle }
        let key = taken.message.key
        do {
            let isOwn = try await database.withTransaction { connection in
                guard try await complete(taken, in: connection) else { return false }
                try await work(taken.message, connection)
                return true
            }
            return isOwn ? .worked(key: key) : .late(key: key)
        } catch {
            // Its kind only: an error of a database may quote rows.
            let failure = "\(type(of: error))"
            let isStuck = try await Task { try await fail(taken, failure) }.value
            return .failed(key: key, failure: failure, isStuck: isStuck)
        }
    }
}
