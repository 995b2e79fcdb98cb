import HTTPTypes
import Testing
import WaybillRuntime
import WaybillTesting

@Suite struct StubTransportTests {
    private static func request(_ path: String = "/v1/a?token=hidden", limit: Int = 1_000) -> TransportRequest {
        var request = TransportRequest(method: .post, url: "https://api.example.com" + path, maxResponseBytes: limit)
        request.headers[.authorization] = "Bearer secret"
        request.headers[.contentType] = "application/json"
        request.body = Array(#"{"phone":"+233"}"#.utf8)
        return request
    }

    @Test("Answers are given once, in order; then requests fail as never sent")
    func queue() async throws {
        let reset = TransportError(progress: .unknown, reason: .reset)
        let stub = StubTransport(.json(201, #"{"id":1}"#), .failure(reset), .status(204))
        let first = try await stub.send(Self.request())
        #expect(first.status == 201)
        #expect(first.headers[.contentType] == "application/json")
        #expect(first.body == Array(#"{"id":1}"#.utf8))
        await #expect(throws: reset) { try await stub.send(Self.request()) }
        #expect(try await stub.send(Self.request()).body.isEmpty)
        let error = await #expect(throws: TransportError.self) { try await stub.send(Self.request()) }
        #expect(error?.progress == .neverSent)
        #expect(stub.requests.map(\.number) == [1, 2, 3, 4])
        stub.append(.status(200))
        #expect(try await stub.send(Self.request()).status == 200)
    }

    @Test("A closure answers by the request")
    func closure() async throws {
        let stub = StubTransport { $0.path == "/v1/a" ? .json(200, "{}") : .status(404) }
        #expect(try await stub.send(Self.request()).status == 200)
        #expect(try await stub.send(Self.request("/v1/b")).status == 404)
    }

    @Test("A recorded request has everything, and shows no value of it")
    func recorded() async throws {
        let stub = StubTransport(.status(200))
        _ = try await stub.send(Self.request())
        let request = try #require(stub.requests.first)
        #expect(request.header("authorization") == "Bearer secret")
        #expect(request.path == "/v1/a")
        #expect(request.query == "token=hidden")
        #expect(request.text == #"{"phone":"+233"}"#)
        #expect(request.json?["phone"]?.stringValue == "+233")
        var dumped = ""
        dump(request, to: &dumped)
        for text in ["\(request)", String(reflecting: request), dumped, "\([request])"] {
            #expect(text.contains("POST /v1/a"))
            #expect(!text.contains("secret") && !text.contains("hidden") && !text.contains("+233"))
        }
    }

    @Test(
        "A URL without a path, or without a body or query",
        arguments: [
            ("https://api.example.com", ""), ("https://api.example.com?a=/b", ""), ("https://api.example.com/", "/"),
        ]
    )
    func partsOfURL(url: String, path: String) async throws {
        let stub = StubTransport(.status(200))
        _ = try await stub.send(TransportRequest(method: .get, url: url))
        let request = try #require(stub.requests.first)
        #expect(request.path == path)
        #expect(request.text.isEmpty)
        #expect(request.json == nil)
    }

    @Test("F25 an answer larger than the bound is refused")
    func tooLarge() async throws {
        let stub = StubTransport(.bytes(200, [1, 2, 3]), .bytes(200, [1, 2, 3]))
        #expect(try await stub.send(Self.request(limit: 3)).body.count == 3)
        let beginning = TransportResponse(status: 200, body: [1, 2])
        let refused = TransportError(progress: .answered(beginning), reason: .bodyTooLarge(limit: 2))
        await #expect(throws: refused) { try await stub.send(Self.request(limit: 2)) }
    }

    @Test("C01 a cancelled request is not recorded; C04 one without an answer ends when it is cancelled")
    func cancelled() async throws {
        let stub = StubTransport(.silence)
        let task = Task { try await stub.send(Self.request()) }
        while stub.requests.isEmpty { await Task.yield() }
        task.cancel()
        await #expect(throws: TransportError(progress: .unknown, reason: .cancelled)) { try await task.value }
        let early = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await stub.send(Self.request())
        }
        early.cancel()
        await #expect(throws: TransportError(progress: .neverSent, reason: .cancelled)) { try await early.value }
        #expect(stub.requests.count == 1)
    }

    @Test("F08 an answer that breaks off fails with what came of it")
    func brokenOff() async throws {
        let whole = StubAnswer.json(201, #"{"id":1}"#)
        let stub = StubTransport(whole.brokenOff(after: 3, reason: .reset), whole.brokenOff(after: 99))
        let headers: HTTPFields = [.contentType: "application/json"]
        for (body, reason) in [(#"{"i"#, TransportError.Reason.reset), (#"{"id":1}"#, .closed)] {
            let answer = TransportResponse(status: 201, headers: headers, body: Array(body.utf8))
            let error = TransportError(progress: .answered(answer), reason: reason)
            await #expect(throws: error) { try await stub.send(Self.request()) }
        }
    }

    @Test("C05 an answer that stalls ends when it is cancelled, with what came of it")
    func stalled() async throws {
        let stub = StubTransport(.bytes(200, [1, 2, 3]).stalled(after: 2))
        let task = Task { try await stub.send(Self.request()) }
        while stub.requests.isEmpty { await Task.yield() }
        task.cancel()
        let beginning = TransportResponse(status: 200, body: [1, 2])
        let error = TransportError(progress: .answered(beginning), reason: .cancelled)
        await #expect(throws: error) { try await task.value }
    }

    @Test("What is no answer neither breaks off nor stalls")
    func noAnswer() async throws {
        let reset = TransportError(progress: .unknown, reason: .reset)
        let stub = StubTransport(.failure(reset).brokenOff(), .failure(reset).stalled())
        for _ in 0..<2 { await #expect(throws: reset) { try await stub.send(Self.request()) } }
    }

    @Test("A delay is taken from the clock, and can be cancelled")
    func delayed() async throws {
        let clock = ManualClock(sleeping: .untilAdvanced)
        let stub = StubTransport { _ in .status(200).delayed(by: .seconds(3), on: clock.runtime) }
        let task = Task { try await stub.send(Self.request()) }
        await clock.waitForSleeps()
        clock.advance(by: .seconds(3))
        #expect(try await task.value.status == 200)
        let cancelled = Task { try await stub.send(Self.request()) }
        await clock.waitForSleeps()
        cancelled.cancel()
        await #expect(throws: TransportError(progress: .unknown, reason: .cancelled)) { try await cancelled.value }
    }

    @Test("A thousand tasks at once: every answer is given once")
    func manyTasks() async throws {
        let stub = StubTransport((0..<1_000).map { .bytes(200, Array("\($0)".utf8)) })
        let bodies = await withTaskGroup(of: [UInt8]?.self) { group in
            for _ in 0..<1_000 { group.addTask { try? await stub.send(Self.request()).body } }
            return await group.reduce(into: Set<[UInt8]?>()) { $0.insert($1) }
        }
        #expect(bodies.count == 1_000)
        #expect(!bodies.contains(nil))
        #expect(Set(stub.requests.map(\.number)).count == 1_000)
    }
}
