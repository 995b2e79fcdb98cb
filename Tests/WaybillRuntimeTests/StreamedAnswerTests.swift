import Foundation
import HTTPTypes
import Synchronization
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Answers that are written to a file or taken in pieces.
@Suite struct StreamedAnswerTests {
    /// Hands a transport's answers over whole.
    private struct WholeTransport: Transport {
        let stub: StubTransport

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            #expect(request.receiver == nil && request.bodyReader == nil)
            return try await stub.send(request)
        }
    }

    /// Gives one piece, and then waits until it is cancelled, which it tells.
    private struct EndlessTransport: Transport {
        let canStream = true
        let cancelled: AsyncStream<Void>.Continuation

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            guard let receiver = request.receiver, receiver.begins(status: 200, headers: [:]) else {
                throw TransportError(progress: .unknown, reason: .other)
            }
            do throws(TransportError) {
                while true { try await receiver.receive([1]) }
            } catch {
                cancelled.yield()
                throw error
            }
        }
    }

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("answers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private var file: URL { folder.appendingPathComponent("a.pdf") }

    private static func request(resend: ResendPolicy = .safe) -> APIRequest<SampleClient, [UInt8]> {
        let definition = OperationDefinition(
            id: "files.content",
            method: resend == .safe ? .get : .post,
            path: "/v1/files",
            resend: resend,
            envelope: .none,
            accept: "*/*"
        )
        return APIRequest(definition, answer: .bytes)
    }

    /// What is in the folder afterwards, which is removed.
    private func names() throws -> [String] {
        defer { try? FileManager.default.removeItem(at: folder) }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func failure(
        _ answers: [StubAnswer],
        _ options: CallOptions = CallOptions(),
        definition: ClientDefinition = SampleClient.definition
    ) async throws -> (report: FailureReport, requests: Int) {
        let exchange = try SampleExchange(answers, definition: definition)
        let error = await #expect(throws: SampleError.self) {
            try await exchange.client.download(Self.request(), to: file, options: options)
        }
        return (try #require(error).report, exchange.transport.requests.count)
    }

    @Test("A file has the answer's bytes, and replaces one that was there", arguments: [true, false])
    func download(canStream: Bool) async throws {
        try Data("old".utf8).write(to: file)
        let stub = StubTransport(.bytes(200, [0, 0xFF, 7]), .status(204))
        let exchange = try SampleExchange(stub) { if !canStream { $0.transport = WholeTransport(stub: stub) } }
        let answer = try await exchange.client.download(Self.request(), to: file)
        #expect(answer.value == 3 && answer.http.status == 200)
        #expect(answer.http.body.isEmpty == canStream)
        #expect(try Data(contentsOf: file) == Data([0, 0xFF, 7]))
        #expect(try await exchange.client.download(Self.request(), to: file).value == 0)
        #expect(try Data(contentsOf: file).isEmpty)
        #expect(try names() == ["a.pdf"])
    }

    @Test("A file stays where the version that the request names is still the one")
    func unchanged() async throws {
        try Data("old".utf8).write(to: file)
        let definition = OperationDefinition(
            id: "files.content",
            method: .get,
            path: "/v1/files",
            resend: .safe,
            accept: "*/*",
            revalidates: true
        )
        var request = APIRequest<SampleClient, Revalidated<[UInt8]>>(definition, answer: .revalidated(.bytes))
        request.addHeader("If-None-Match", "\"v1\"")
        let exchange = try SampleExchange([.status(304), .bytes(200, [1, 2])])
        #expect(try await exchange.client.download(request, to: file).value == .notModified)
        #expect(try Data(contentsOf: file) == Data("old".utf8))
        #expect(try await exchange.client.download(request, to: file).value == .modified(2))
        #expect(try Data(contentsOf: file) == Data([1, 2]))
        #expect(try names() == ["a.pdf"])
    }

    @Test("An error of the server is thrown as ever, and a file that was there is left alone")
    func refused() async throws {
        try Data("old".utf8).write(to: file)
        let (report, requests) = try await failure([.json(404, #"{"message":"No such file."}"#)])
        #expect(report.status == 404 && report.message == "No such file." && requests == 1)
        #expect(try Data(contentsOf: file) == Data("old".utf8))
        #expect(try names() == ["a.pdf"])
    }

    @Test("An answer that breaks off is an error, and leaves nothing; nothing is sent again once a byte was handed on")
    func brokenOff() async throws {
        let (report, requests) = try await failure([.bytes(200, [1, 2, 3]).brokenOff(after: 2), .bytes(200, [9])])
        guard case .transport(let fault) = report.kind else { throw UnexpectedSuccess() }
        #expect(fault.reason == .closed && report.delivery == .accepted && report.status == 200)
        #expect(requests == 1)
        #expect(try names() == [])
    }

    @Test("A call is tried again before the first byte")
    func retried() async throws {
        let exchange = try SampleExchange([
            .status(503), .network(.neverSent, .refused), .bytes(200, [5]),
        ]) { $0.retry = .table(maxAttempts: 3, delays: [.milliseconds(1)]) }
        let answer = try await exchange.client.download(Self.request(), to: file)
        #expect(answer.value == 1 && answer.http.attempts == 3)
        #expect(try names() == ["a.pdf"])
    }

    @Test("What is larger than the limit is refused; a whole error is held within the client's own")
    func limit() async throws {
        let (report, requests) = try await failure([.bytes(200, [1, 2, 3])], CallOptions(maxResponseBytes: 2))
        guard case .transport(let fault) = report.kind else { throw UnexpectedSuccess() }
        #expect(fault.reason == .bodyTooLarge(limit: 2) && requests == 1)
        #expect(try names() == [])
        let exchange = try SampleExchange([.bytes(200, [1, 2, 3]), .bytes(404, [1, 2, 3])]) { $0.maxResponseBytes = 2 }
        let options = CallOptions(maxResponseBytes: 3)
        var pieces = exchange.client.chunks(of: Self.request(), options: options).makeAsyncIterator()
        #expect(try await pieces.next() == [1, 2, 3])
        #expect(try await pieces.next() == nil)
        var refused = exchange.client.chunks(of: Self.request(), options: options).makeAsyncIterator()
        let error = await #expect(throws: SampleError.self) { try await refused.next() }
        guard case .transport(let large)? = error?.report.kind else { throw UnexpectedSuccess() }
        #expect(large.reason == .bodyTooLarge(limit: 2))
    }

    @Test("A file that cannot be made is an invalid argument, and nothing is sent")
    func noFolder() async throws {
        let exchange = try SampleExchange([.bytes(200, [1])])
        let error = await #expect(throws: SampleError.self) {
            try await exchange.client.download(Self.request(), to: folder.appendingPathComponent("none/a.pdf"))
        }
        #expect(error?.report.message == "file cannot be written: No such file or directory")
        #expect(error?.report.delivery == .notSent && exchange.transport.requests.isEmpty)
        #expect(try names() == [])
    }

    @Test("Pieces come as they come; what breaks off ends with an error, and not as if it were whole")
    func pieces() async throws {
        let exchange = try SampleExchange([.bytes(200, [1, 2, 3]), .bytes(200, [1, 2, 3]).brokenOff(after: 2)])
        let chunks = exchange.client.chunks(of: Self.request())
        #expect(exchange.transport.requests.isEmpty)
        var all: [UInt8] = []
        for try await chunk in chunks { all += chunk }
        #expect(all == [1, 2, 3])
        var rest = chunks.makeAsyncIterator()
        #expect(try await rest.next() == [1, 2])
        let error = await #expect(throws: SampleError.self) { try await rest.next() }
        #expect(error?.report.delivery == .accepted)
        #expect(try await rest.next() == nil)
        #expect(exchange.transport.requests.count == 2)
    }

    @Test("Whoever stops early, or is cancelled, ends the call")
    func stopped() async throws {
        let (ends, cancelled) = AsyncStream.makeStream(of: Void.self)
        let exchange = try SampleExchange([]) { $0.transport = EndlessTransport(cancelled: cancelled) }
        for try await chunk in exchange.client.chunks(of: Self.request()) {
            #expect(chunk == [1])
            break
        }
        var iterator = ends.makeAsyncIterator()
        await iterator.next()
        let client = exchange.client
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            for try await _ in client.chunks(of: Self.request()) { begin.yield() }
        }
        var beginning = begun.makeAsyncIterator()
        await beginning.next()
        task.cancel()
        await iterator.next()
        let error = await #expect(throws: SampleError.self) { try await task.value }
        guard case .cancelled? = error?.report.kind else { throw UnexpectedSuccess() }
    }

    @Test("The limit of an attempt holds for each piece anew, and that of the call for all of them")
    func limits() async throws {
        for (call, expected) in [(nil, .attempt), (Duration.seconds(40), .call)] as [(Duration?, ExpiredTimeout.Limit)]
        {
            let answer = StubAnswer.bytes(200, [1, 2]).stalled(after: 1)
            let clock = ManualClock(sleeping: .untilAdvanced)
            let transport = StubTransport { _ in
                // The head comes after 20 of the 30 seconds.
                clock.advance(by: .seconds(20))
                return answer
            }
            let exchange = try SampleExchange(transport, clock: clock) { $0.retry = .never }
            var pieces = exchange.client.chunks(of: Self.request(), options: CallOptions(callTimeout: call))
                .makeAsyncIterator()
            #expect(try await pieces.next() == [1])
            let rest = Task { [pieces] in
                var pieces = pieces
                return try await pieces.next()
            }
            let time = Task {
                while !Task.isCancelled {
                    clock.advance(by: .seconds(1))
                    await Task.yield()
                }
            }
            defer { time.cancel() }
            let error = await #expect(throws: SampleError.self) { try await rest.value }
            guard case .timedOut(let expiry)? = error?.report.kind else { throw UnexpectedSuccess() }
            #expect(expiry.limit == expected)
        }
    }

    @Test("JSON of an API that refuses in a success is read for that, and handed on where it does not")
    func refusals() async throws {
        let definition = ClientDefinition(
            api: "sample",
            authentication: Authentication(headers: [:]),
            retry: .standard,
            errors: ErrorPaths(message: ["message"], refusal: RefusalRule(at: "success", .equal([false])))
        )
        let (report, _) = try await failure(
            [.json(200, #"{"success":false,"message":"No."}"#)],
            definition: definition
        )
        #expect(report.message == "No." && report.delivery == .rejected)
        let exchange = try SampleExchange([.json(200, "{}"), .bytes(200, [7])], definition: definition)
        #expect(try await exchange.client.download(Self.request(), to: file).value == 2)
        #expect(try await exchange.client.download(Self.request(), to: file).http.body.isEmpty)
        #expect(try names() == ["a.pdf"])
    }
}
