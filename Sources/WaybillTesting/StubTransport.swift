import Synchronization
public import WaybillRuntime

/// A transport that answers from memory and remembers what it was asked.
///
/// ```swift
/// let transport = StubTransport(
///     .json(503, #"{"error":"busy"}"#),
///     .json(200, #"{"id":"msg_1"}"#)
/// )
/// // … use it in a client's configuration, call the client …
/// #expect(transport.requests.count == 2)
/// #expect(transport.requests[0].body == transport.requests[1].body)
/// ```
///
/// Answers can also be made from the request:
///
/// ```swift
/// let transport = StubTransport { request in
///     request.path == "/v1/health" ? .json(200, "{}") : .status(404)
/// }
/// ```
///
/// It is safe to use from several tasks at once. It keeps a transport's promises: a cancelled call returns at once, and
/// an answer larger than the request's bound is refused.
public final class StubTransport: Transport {
    /// Bodies are read to their end, and answers handed over in one piece.
    public let canStream = true

    private enum Source {
        case queue
        case closure(@Sendable (RecordedRequest) async -> StubAnswer)
    }

    private struct State {
        var answers: [StubAnswer]
        var given = 0
        var requests: [RecordedRequest] = []
    }

    private let source: Source
    private let state: Mutex<State>

    /// Makes a transport that gives each answer once, in order.
    ///
    /// A request that comes when no answer is left fails as never sent.
    public convenience init(_ answers: StubAnswer...) {
        self.init(answers)
    }

    /// Makes a transport that gives each answer once, in order.
    ///
    /// A request that comes when no answer is left fails as never sent.
    public init(_ answers: [StubAnswer]) {
        source = .queue
        state = Mutex(State(answers: answers))
    }

    /// Makes a transport that asks a closure for each answer.
    public init(_ answer: @escaping @Sendable (RecordedRequest) async -> StubAnswer) {
        source = .closure(answer)
        state = Mutex(State(answers: []))
    }

    /// The requests so far, in the order in which they came.
    public var requests: [RecordedRequest] { state.withLock { $0.requests } }

    /// Adds answers behind those that are left.
    public func append(_ answers: StubAnswer...) {
        state.withLock { $0.answers.append(contentsOf: answers) }
    }

    /// Records the request and gives its answer.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard !Task.isCancelled else { throw TransportError(progress: .neverSent, reason: .cancelled) }
        let (recorded, queued) = record(request, try Self.body(of: request))
        let answer =
            switch source {
            case .queue: queued
            case .closure(let answer): await answer(recorded)
            }
        return try await (answer ?? Self.noAnswerLeft).response(within: request.maxResponseBytes, to: request.receiver)
    }

    private static func body(of request: TransportRequest) throws(TransportError) -> [UInt8]? {
        guard let reader = request.bodyReader else { return request.body }
        var body: [UInt8] = []
        while let bytes = try reader.next() { body += bytes }
        return body
    }

    private func record(_ request: TransportRequest, _ body: [UInt8]?) -> (RecordedRequest, StubAnswer?) {
        state.withLock { state in
            let recorded = RecordedRequest(request, body, number: state.requests.count + 1)
            state.requests.append(recorded)
            guard state.given < state.answers.count else { return (recorded, nil) }
            defer { state.given += 1 }
            return (recorded, state.answers[state.given])
        }
    }

    private static let noAnswerLeft = StubAnswer.failure(
        TransportError(progress: .neverSent, reason: .other, detail: "the stub transport has no answer left")
    )
}
