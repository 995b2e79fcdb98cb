#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// A request of an outbox, and all that is known of it.
///
/// Its changes are the state machine that every store carries out: ``InMemoryOutboxStore`` by these functions, others by
/// statements that do the same.
public struct OutboxRow: Sendable, Hashable {
    /// What the program knows it by.
    public let id: String
    /// The operation, such as `messages.send`.
    public let operation: String
    /// How far it is.
    public package(set) var state: OutboxState
    /// How often it has been taken to be sent.
    public package(set) var attempts: Int
    /// When it was added.
    public let addedAt: Date
    /// When the first attempt began that may have been carried out; nil where there was none.
    public package(set) var firstSentAt: Date?
    /// Before when it is not sent.
    public package(set) var notBefore: Date
    /// When it was sent, refused, put in doubt or discarded.
    public package(set) var endedAt: Date?
    /// What the last attempt ended with: a status and the server's code, or the kind of failure.
    public package(set) var failure: String?
    /// The body of the answer that said yes; nil where there is none yet, and where it is no text or longer than 64 KiB.
    ///
    /// It may hold people's data, as may ``request``.
    public package(set) var answer: String?
    /// The request as JSON, as `FilledRequest` reads it; empty once it was sent or discarded.
    public package(set) var request: String

    var fence: Int64 = 0
    var keepUntil: Date?

    /// Puts a row together, as a store has read it.
    public init(
        id: String,
        operation: String,
        state: OutboxState,
        attempts: Int,
        addedAt: Date,
        firstSentAt: Date?,
        notBefore: Date,
        endedAt: Date?,
        failure: String?,
        answer: String?,
        request: String
    ) {
        self.id = id
        self.operation = operation
        self.state = state
        self.attempts = attempts
        self.addedAt = addedAt
        self.firstSentAt = firstSentAt
        self.notBefore = notBefore
        self.endedAt = endedAt
        self.failure = failure
        self.answer = answer
        self.request = request
    }
}

// MARK: - The state machine

extension OutboxRow {
    /// A request that was added.
    init(_ message: OutboxMessage, at now: Date) {
        self.init(
            id: message.id,
            operation: message.operation,
            state: .queued,
            attempts: 0,
            addedAt: now,
            firstSentAt: nil,
            notBefore: now,
            endedAt: nil,
            failure: nil,
            answer: nil,
            request: message.request
        )
    }

    /// Whether a worker may take it.
    func isDue(at now: Date) -> Bool { [.queued, .sending].contains(state) && notBefore <= now }

    /// Gives it to a worker: from here on it may have been sent, whatever becomes of the worker.
    mutating func take(at now: Date, lease: Duration) -> TakenRequest {
        let pending = firstSentAt.map { Duration.seconds(now.timeIntervalSince($0)) }
        state = .sending
        attempts += 1
        fence += 1
        firstSentAt = firstSentAt ?? now
        notBefore = now.addingTimeInterval(lease / .seconds(1))
        return TakenRequest(id: id, request: request, attempt: attempts, fence: fence, pending: pending)
    }

    /// Records what a worker has found; false where somebody else has it by now, and nothing is changed.
    ///
    /// The same ending twice is the same as once: the store's first answer may have got lost.
    mutating func end(_ taken: TakenRequest, as ending: OutboxEnding, at now: Date, keepFor: Duration) -> Bool {
        guard fence == taken.fence, [.sending, ending.state].contains(state) else { return false }
        state = ending.state
        attempts = ending.attempts(of: taken)
        if state == .queued { firstSentAt = nil }
        notBefore = now.addingTimeInterval(ending.delay / .seconds(1))
        failure = ending.failure
        answer = ending.answer
        finish(at: now, keepFor: keepFor)
        return true
    }

    /// What a person decides; false where it is in none of these states.
    mutating func move(from states: Set<OutboxState>, to next: OutboxState, at now: Date, keepFor: Duration) -> Bool {
        guard states.contains(state) else { return false }
        state = next
        fence += 1
        if state == .queued { (attempts, firstSentAt, notBefore, failure) = (0, nil, now, nil) }
        finish(at: now, keepFor: keepFor)
        return true
    }

    /// What has ended is dated, and loses its content where nobody can want it sent again.
    private mutating func finish(at now: Date, keepFor: Duration) {
        let isAtEnd = ![.queued, .sending].contains(state)
        endedAt = isAtEnd ? now : nil
        keepUntil = isAtEnd && state != .inDoubt ? now.addingTimeInterval(keepFor / .seconds(1)) : nil
        if [.sent, .discarded].contains(state) { request = "" }
    }
}

extension OutboxRow: CustomStringConvertible, CustomReflectable {
    /// The id, the operation and the state, and nothing of what is sent.
    public var description: String { "OutboxRow(\(id), \(operation), \(state))" }

    /// All but the request and its answer.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "id": id, "operation": operation, "state": state, "attempts": attempts,
                "firstSentAt": firstSentAt as Any,
                "notBefore": notBefore, "failure": failure as Any,
            ]
        )
    }
}
