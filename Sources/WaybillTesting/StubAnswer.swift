public import HTTPTypes
public import WaybillRuntime

/// What a ``StubTransport`` does with one request.
public struct StubAnswer: Sendable {
    private enum Outcome {
        case response(TransportResponse)
        case failure(TransportError)
        case silence
    }

    private let outcome: Outcome
    private var delay: (duration: Duration, clock: RuntimeClock)?

    private init(_ outcome: Outcome) {
        self.outcome = outcome
    }

    /// An answer with a JSON body, which is sent as it stands, valid or not.
    public static func json(_ status: Int = 200, _ body: String, headers: HTTPFields = HTTPFields()) -> StubAnswer {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return bytes(status, Array(body.utf8), headers: headers)
    }

    /// An answer without a body.
    public static func status(_ status: Int, headers: HTTPFields = HTTPFields()) -> StubAnswer {
        bytes(status, [], headers: headers)
    }

    /// An answer with any body and no header but those given.
    public static func bytes(_ status: Int, _ body: [UInt8], headers: HTTPFields = HTTPFields()) -> StubAnswer {
        StubAnswer(.response(TransportResponse(status: status, headers: headers, body: body)))
    }

    /// No answer but an error, such as `TransportError(progress: .unknown, reason: .reset)`.
    public static func failure(_ error: TransportError) -> StubAnswer {
        StubAnswer(.failure(error))
    }

    /// No answer at all, until the request is cancelled; it then counts as possibly received.
    public static let silence = StubAnswer(.silence)

    /// The same answer after a pause.
    ///
    /// - Parameters:
    ///   - duration: How long it waits.
    ///   - clock: The clock that it waits by.
    public func delayed(by duration: Duration, on clock: RuntimeClock) -> StubAnswer {
        var answer = self
        answer.delay = (duration, clock)
        return answer
    }

    func response(within limit: Int) async throws(TransportError) -> TransportResponse {
        if let delay {
            do {
                try await delay.clock.sleep(delay.duration)
            } catch {
                throw TransportError(progress: .unknown, reason: .cancelled)
            }
        }
        switch outcome {
        case .failure(let error): throw error
        case .silence: throw await Self.errorWhenCancelled()
        case .response(let response):
            guard response.body.count <= limit else {
                throw TransportError(progress: .answered(status: response.status), reason: .bodyTooLarge(limit: limit))
            }
            return response
        }
    }

    private static func errorWhenCancelled() async -> TransportError {
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        defer { continuation.finish() }
        for await _ in stream {}
        return TransportError(progress: .unknown, reason: .cancelled)
    }
}
