public import HTTPTypes
public import WaybillRuntime

/// What a ``StubTransport`` does with one request.
public struct StubAnswer: Sendable {
    private enum Outcome {
        case response(TransportResponse)
        case failure(TransportError)
        /// The beginning of an answer, if there is any, and then nothing.
        case silence(TransportResponse?)
    }

    private var outcome: Outcome
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
    public static let silence = StubAnswer(.silence(nil))

    /// The same answer, lost inside its body: the error holds its status, its headers and what came of the body.
    ///
    /// What is no answer stays as it is.
    ///
    /// - Parameters:
    ///   - count: How many bytes of the body come; all of them if there are no more.
    ///   - reason: How it ends, such as `.reset`.
    public func brokenOff(after count: Int = 0, reason: TransportError.Reason = .closed) -> StubAnswer {
        beginning(count) { .failure(TransportError(progress: .answered($0), reason: reason)) }
    }

    /// The same answer, stalled inside its body: nothing more comes until the request is cancelled.
    ///
    /// What is no answer stays as it is.
    ///
    /// - Parameter count: How many bytes of the body come; all of them if there are no more.
    public func stalled(after count: Int = 0) -> StubAnswer {
        beginning(count) { .silence($0) }
    }

    private func beginning(_ count: Int, _ end: (TransportResponse) -> Outcome) -> StubAnswer {
        guard case .response(var response) = outcome else { return self }
        response.body = Array(response.body.prefix(max(count, 0)))
        var answer = self
        answer.outcome = end(response)
        return answer
    }

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

    func response(within limit: Int, to receiver: AnswerReceiver?) async throws(TransportError) -> TransportResponse {
        if let delay {
            do {
                try await delay.clock.sleep(delay.duration)
            } catch {
                throw TransportError(progress: .unknown, reason: .cancelled)
            }
        }
        switch outcome {
        case .failure(let error):
            guard case .answered(let beginning) = error.progress else { throw error }
            let rest = try await Self.rest(of: beginning, after: receiver) ?? beginning
            throw TransportError(progress: .answered(rest), reason: error.reason, detail: error.detail)
        case .silence(var beginning):
            if let come = beginning, let rest = try await Self.rest(of: come, after: receiver) { beginning = rest }
            await Self.waitUntilCancelled()
            throw TransportError(progress: beginning.map { .answered($0) } ?? .unknown, reason: .cancelled)
        case .response(var response):
            if let rest = try await Self.rest(of: response, after: receiver) { return rest }
            guard response.body.count > limit else { return response }
            response.body = Array(response.body.prefix(limit))
            throw TransportError(progress: .answered(response), reason: .bodyTooLarge(limit: limit))
        }
    }

    /// What a receiver leaves of an answer; nil where it leaves all.
    private static func rest(
        of response: TransportResponse,
        after receiver: AnswerReceiver?
    ) async throws(TransportError) -> TransportResponse? {
        guard let receiver, receiver.begins(status: response.status, headers: response.headers) else { return nil }
        if !response.body.isEmpty { try await receiver.receive(response.body) }
        return TransportResponse(status: response.status, headers: response.headers)
    }

    private static func waitUntilCancelled() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        defer { continuation.finish() }
        for await _ in stream {}
    }
}
