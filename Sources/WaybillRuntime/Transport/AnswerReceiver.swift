public import HTTPTypes
import Synchronization

/// Takes the body of one attempt's answer while it comes, from a transport that can stream (``Transport/canStream``).
///
/// The transport tells it the head. Where it wants the body, it is given the pieces in their order, one at a time, and the
/// response that the transport returns has none of them; where not, the transport reads the body whole, as it does without a receiver.
public final class AnswerReceiver: Sendable {
    private struct State {
        var head: TransportResponse?
        var isTaking = false
        var count = 0
        /// When something last came; nil while a piece is being taken.
        var progress: Duration?
    }

    /// The largest body that it takes, in bytes.
    ///
    /// What announces more can be refused at once.
    public let limit: Int

    private let state: Mutex<State>
    private let uptime: @Sendable () -> Duration
    private let wants: @Sendable (TransportResponse) -> Bool
    private let sink: @Sendable ([UInt8]) async throws -> Void

    /// Makes a receiver.
    /// - Parameters:
    ///   - wants: Whether to take the body of an answer with this head.
    ///   - sink: Takes a piece, and returns when there is room for more.
    package init(
        limit: Int,
        uptime: @escaping @Sendable () -> Duration,
        wants: @escaping @Sendable (TransportResponse) -> Bool,
        sink: @escaping @Sendable ([UInt8]) async throws -> Void
    ) {
        self.limit = limit
        self.uptime = uptime
        self.wants = wants
        self.sink = sink
        state = Mutex(State(progress: uptime()))
    }

    /// Whether it takes the body of this answer.
    public func begins(status: Int, headers: HTTPFields) -> Bool {
        let head = TransportResponse(status: status, headers: headers)
        let isTaking = wants(head)
        state.withLock { state in
            state.head = head
            state.isTaking = isTaking
            state.progress = uptime()
        }
        return isTaking
    }

    /// Takes the next piece; returns when there is room for more, which may be long after.
    ///
    /// Until then the transport reads no more from its connection.
    /// - Throws: What the transport ends the exchange with, and throws from `send`: that the body is larger than ``limit``, or that nobody
    ///   takes it any more.
    public func receive(_ bytes: [UInt8]) async throws(TransportError) {
        let (progress, isTooLarge) = state.withLock { state in
            state.count += bytes.count
            state.progress = nil
            return (TransportError.Progress.answered(state.head ?? TransportResponse(status: 200)), state.count > limit)
        }
        defer { state.withLock { $0.progress = uptime() } }
        guard !isTooLarge else { throw TransportError(progress: progress, reason: .bodyTooLarge(limit: limit)) }
        do {
            try await sink(bytes)
        } catch is CancellationError {
            throw TransportError(progress: progress, reason: .cancelled)
        } catch {
            throw TransportError(progress: progress, reason: .other, detail: "what came could not be kept: \(error)")
        }
    }

    /// Whether the body was taken in pieces.
    var hasTaken: Bool { state.withLock(\.isTaking) }

    /// How long nothing has come; zero while it is not the server that is waited for.
    var idle: Duration {
        let now = uptime()
        return state.withLock { state in state.progress.map { now - $0 } ?? .zero }
    }
}
