import Connectly
import TestSupport
import Testing
import WaybillTesting

/// What is sent again, and what never is: Connectly takes no idempotency keys.
@Suite struct ConnectlyResendTests {
    /// An operation by name, with an answer that it can read.
    struct Operation: Sendable, CustomTestStringConvertible {
        let name: String
        let answer: StubAnswer
        let call: @Sendable (ConnectlyClient) async throws(ConnectlyError) -> Int

        var testDescription: String { name }

        init(
            _ name: String,
            _ answer: String,
            _ call: @escaping @Sendable (ConnectlyClient) async throws(ConnectlyError) -> Int
        ) {
            self.name = name
            self.answer = .json(200, answer)
            self.call = call
        }
    }

    static let once = [
        Operation("messages.send", #"{"id":"1"}"#) { client throws(ConnectlyError) in
            try await client.messages.send(recipient: Party(id: "+1"), message: Message(text: "Hi")).http.attempts
        },
        Operation("messages.sendTemplate", #"{"id":"1"}"#) { client throws(ConnectlyError) in
            try await client.messages.sendTemplate(number: "+1", templateName: "t").http.attempts
        },
        Operation("campaigns.send", #"{"data":[]}"#) { client throws(ConnectlyError) in
            let entry = CampaignEntry(client: "+1", campaignName: "c")
            return try await client.campaigns.send(entries: [entry]).http.attempts
        },
        Operation("templates.create", #"{"entity":{}}"#) { client throws(ConnectlyError) in
            let language = TemplateLanguage(code: "en")
            return try await client.templates
                .create(name: "n", language: language, category: .utility, templateComponents: []).http.attempts
        },
        Operation("webhooks.create", "{}") { client throws(ConnectlyError) in
            try await client.webhooks.create(topic: .messages, address: "https://hooks.example").http.attempts
        },
        Operation("assets.create", #"{"asset":{}}"#) { client throws(ConnectlyError) in
            try await client.assets.create(uri: "https://files.example/p.png").http.attempts
        },
    ]

    static let repeated = [
        Operation("templates.list", #"{"entity":{}}"#) { client throws(ConnectlyError) in
            try await client.templates.list().http.attempts
        },
        Operation("webhooks.list", #"{"entity":{}}"#) { client throws(ConnectlyError) in
            try await client.webhooks.list().http.attempts
        },
        Operation("webhooks.update", "{}") { client throws(ConnectlyError) in
            try await client.webhooks.update("wh_1", address: "https://hooks.example").http.attempts
        },
        Operation("webhooks.delete", "{}") { client throws(ConnectlyError) in
            try await client.webhooks.delete("wh_1").http.attempts
        },
        Operation("assets.fetch", #"{"cdnUri":"u"}"#) { client throws(ConnectlyError) in
            try await client.assets.fetch("a").http.attempts
        },
        Operation("reports.list", #"{"data":[]}"#) { client throws(ConnectlyError) in
            try await client.reports.list().http.attempts
        },
    ]

    private func error(of operation: Operation, _ answer: StubAnswer) async throws -> (ConnectlyError, Int) {
        let bench = try ConnectlyBench(answer, operation.answer)
        do {
            _ = try await operation.call(bench.client)
        } catch {
            return (error, bench.requests.count)
        }
        throw Unexpected("a success after \(bench.requests.count) requests")
    }

    @Test("an unclear failure is never followed by a second send, and the error says so", arguments: once)
    func neverTwice(operation: Operation) async throws {
        let closed = StubAnswer.failure(.init(progress: .unknown, reason: .closed))
        for answer in [
            StubAnswer.reset, closed, .status(200).brokenOff(), .status(500), .status(502), .status(503), .status(504),
        ] {
            let (error, requests) = try await error(of: operation, answer)
            #expect(requests == 1)
            #expect(error.attempts == 1)
            #expect(error.delivery != .notSent && error.delivery != .rejected, "\(error)")
        }
        #expect(try await error(of: operation, .reset).0.delivery == .unknown)
        #expect(try await error(of: operation, .status(503)).0.delivery == .unknown)
        #expect(try await error(of: operation, .status(408)).1 == 1)
    }

    @Test("429, and a connection that was never made, are followed by another send", arguments: once)
    func tried(operation: Operation) async throws {
        for answer in [StubAnswer.status(429), .refused] {
            let bench = try ConnectlyBench(answer, operation.answer)
            #expect(try await operation.call(bench.client) == 2)
            #expect(Set(bench.requests.map(\.body)).count == 1)
        }
    }

    @Test("reads are asked again, the one by POST among them; so are PUT and DELETE", arguments: repeated)
    func repeats(operation: Operation) async throws {
        for answer in [
            StubAnswer.reset, .refused, .status(408), .status(429), .status(500), .status(502), .status(504),
        ] {
            let bench = try ConnectlyBench(answer, answer, operation.answer)
            #expect(try await operation.call(bench.client) == 3)
        }
    }

    @Test("refusals are final for everything", arguments: [400, 401, 403, 404, 409, 422])
    func refusals(status: Int) async throws {
        for operation in Self.once + Self.repeated {
            let (error, requests) = try await error(of: operation, .status(status))
            #expect(requests == 1)
            #expect(error.delivery == .rejected)
        }
    }

    @Test("oddity 11: `ERROR_TYPE_DEADLINE_EXCEEDED` is the 24-hour window, no timeout: final, whatever comes with it")
    func window() async throws {
        let answer = StubAnswer.refusal(
            400,
            "ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW",
            type: "ERROR_TYPE_DEADLINE_EXCEEDED"
        )
        let (error, requests) = try await error(of: Self.once[0], answer)
        #expect(requests == 1)
        guard case .outsideWindow = error else { throw Unexpected(error) }
        #expect(error.type == .deadlineExceeded)
        #expect(error.delivery == .rejected)
    }

    @Test("R08 three attempts in all, the last error, half a second and one in between")
    func exhausted() async throws {
        let bench = try ConnectlyBench(
            .refused,
            .status(429),
            .status(429),
            .sent,
            randomness: .fixed(.max)
        )
        let error = try await #require(throws: ConnectlyError.self) { try await bench.send() }
        guard case .rateLimited = error else { throw Unexpected(error) }
        #expect(error.attempts == 3)
        #expect(error.delivery == .rejected)
        #expect(bench.requests.count == 3)
        #expect(bench.delays.map { ($0 / .milliseconds(1)).rounded() } == [500, 1_000])
    }

    @Test("Retry-After of a 429 is waited for, also by a send")
    func retryAfter() async throws {
        let bench = try ConnectlyBench(.status(429, headers: .pairs(["Retry-After": "7"])), .sent)
        #expect(try await bench.send().http.attempts == 2)
        #expect(bench.delays == [.seconds(7)])
    }

    @Test("a 429 after an unclear failure cannot happen: the first one ends the call")
    func order() async throws {
        let bench = try ConnectlyBench(.refused, .reset, .sent)
        let error = try await #require(throws: ConnectlyError.self) { try await bench.send() }
        guard case .transport = error else { throw Unexpected(error) }
        #expect(bench.requests.count == 2)
        #expect(error.delivery == .unknown)
    }
}
