#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension SQLInbox {
    /// The events that are put aside, the oldest first.
    public func stuck(limit: Int = 100) async throws -> [StuckMessage] {
        let answer = try await rows(statements.stuck, [.integer(Int64(max(0, limit)))])
        return try answer.map { row throws(UnexpectedAnswer) in
            guard row.count == 5, let key = row[0], let webhook = row[1], let received = row[2].flatMap({ Double($0) }),
                let attempts = row[3].flatMap({ Int($0) }), let failure = row[4]
            else { throw UnexpectedAnswer(question: "listing stuck events") }
            return StuckMessage(
                key: key,
                webhook: webhook,
                receivedAt: Date(timeIntervalSince1970: received / 1_000),
                attempts: attempts,
                failure: failure
            )
        }
    }

    /// Has an event that is stuck worked on again, with as many attempts as a new one.
    ///
    /// - Returns: False where no event of this key is stuck.
    public func replay(_ key: String) async throws -> Bool {
        key.isEmpty ? false : try await !rows(statements.replay, [.text(key)]).isEmpty
    }

    /// Has all events that are stuck worked on again.
    ///
    /// - Returns: How many they are.
    @discardableResult
    public func replayAll() async throws -> Int {
        try await rows(statements.replay, [.text("")]).count
    }

    /// Gives up an event that is stuck: it is taken for done, and its content is deleted.
    ///
    /// - Returns: False where no event of this key is stuck.
    public func discard(_ key: String) async throws -> Bool {
        try await !rows(statements.discard, [.text(key)]).isEmpty
    }

    /// How much the inbox holds.
    public func figures() async throws -> InboxFigures {
        guard let row = try await rows(statements.figures).first, row.count == 4,
            let waiting = row[0].flatMap({ Int($0) }), let stuck = row[1].flatMap({ Int($0) }),
            let done = row[2].flatMap({ Int($0) })
        else { throw UnexpectedAnswer(question: "counting events") }
        let oldest = row[3].flatMap { Int64($0) }.map { Duration.milliseconds($0) }
        return InboxFigures(waiting: waiting, stuck: stuck, done: done, oldest: oldest)
    }

    /// Deletes what is done and need not be known any more, at most ten thousand rows a call.
    ///
    /// - Returns: How many rows were deleted; call again while that is ten thousand.
    @discardableResult
    public func removeEnded() async throws -> Int {
        try await rows(statements.removeEnded).count
    }
}
