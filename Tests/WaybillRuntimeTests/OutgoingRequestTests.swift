import Foundation
import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct OutgoingRequestTests {
    @Test("The fields of a POST and of a GET")
    func fieldsOfRequests() async throws {
        let exchange = try SampleExchange([.sent, .sent])
        _ = try await exchange.client.send(Sample.send())
        _ = try await exchange.client.send(Sample.fetch())
        let (post, get) = (exchange.transport.requests[0], exchange.transport.requests[1])
        #expect(post.url == "https://api.sample.test/v1/messages")
        #expect(
            post.headers.map(\.name.rawName).sorted() == [
                "Accept", "Authorization", "Content-Type", "Idempotency-Key", "User-Agent",
            ]
        )
        #expect(post.header("Authorization") == "Bearer sk_test_1")
        #expect(post.header("Accept") == "application/json")
        #expect(post.header("Content-Type") == "application/json")
        #expect(post.header("User-Agent") == "sample-swift/\(RuntimeVersion.text)")
        #expect(get.headers.map(\.name.rawName).sorted() == ["Accept", "Authorization", "User-Agent"])
        #expect(get.method == .get && get.body == nil)
    }

    @Test("S02 each byte at each place of a value goes out as it is or not at all", arguments: 0...127)
    func valueBytes(byte: Int) async throws {
        let scalar = Unicode.Scalar(UInt8(byte))
        let exchange = try SampleExchange(StubTransport { _ in .sent })
        for (place, value) in ["\(scalar)ab", "a\(scalar)b", "ab\(scalar)"].enumerated() {
            var request = Sample.fetch()
            request.addHeader("X-Test", value)
            let isControl = (byte < 0x20 && byte != 0x09) || byte == 0x7F
            let isSpaceAtEnd = (byte == 0x20 || byte == 0x09) && place != 1
            let sent = try? await exchange.client.send(request)
            #expect((sent == nil) == (isControl || isSpaceAtEnd), "\(byte) at \(place)")
            if sent != nil { #expect(exchange.transport.requests.last?.header("X-Test") == value) }
        }
    }

    @Test("S02 values beyond ASCII go out as UTF-8")
    func valueBeyondASCII() async throws {
        let exchange = try SampleExchange([.sent])
        var request = Sample.fetch()
        request.addHeader("X-Test", "é😀")
        _ = try await exchange.client.send(request)
        #expect(exchange.transport.requests[0].header("X-Test") == "é😀")
    }

    @Test("S02 each byte at each place of a name: only tokens go out", arguments: 0...127)
    func nameBytes(byte: Int) {
        let character = Character(Unicode.Scalar(UInt8(byte)))
        let isToken = character.isLetter || character.isNumber || "!#$%&'*+-.^_`|~".contains(character)
        for name in ["\(character)ab", "a\(character)b", "ab\(character)"] {
            #expect((HeaderRule.name(name) != nil) == isToken, "\(byte)")
        }
    }

    @Test("S02 names that are no tokens, and no name at all", arguments: ["", "é", "a:b", ":path", "a b", "a\u{0}"])
    func names(name: String) {
        #expect(HeaderRule.name(name) == nil)
    }

    @Test(
        "S11 a call's own fields cannot replace those that authenticate or describe",
        arguments: [
            "Authorization", "authorization", "X-Signature", "x-key-id", "X-Timestamp", "Content-Type",
            "Content-Length",
            "Host", "Transfer-Encoding", "Accept", "Connection", "Cookie",
        ]
    )
    func reserved(name: String) async throws {
        let exchange = try SampleExchange([.status(200)], definition: .signed)
        let options = CallOptions(headers: [.init(stringLiteral: name): "x"])
        let report = try await exchange.failure(of: Sample.deliver(), options: options)
        #expect(report.message.contains("options.headers must not set"))
        #expect(exchange.transport.requests.isEmpty)
    }

    @Test("S11 the idempotency key's field is reserved; others are added, User-Agent is replaced")
    func extra() async throws {
        let exchange = try SampleExchange([.sent])
        let taken = CallOptions(headers: ["idempotency-key": "x"])
        #expect(try await exchange.failure(of: Sample.send(), options: taken).attempts == 0)
        let options = CallOptions(headers: ["X-Trace": "t1", "User-Agent": "mine/1"])
        _ = try await exchange.client.send(Sample.send(), options: options)
        #expect(exchange.transport.requests[0].header("X-Trace") == "t1")
        #expect(exchange.transport.requests[0].header("User-Agent") == "mine/1")
        let smuggled = CallOptions(headers: ["X-Trace": "a\r\nAuthorization: b"])
        #expect(try await exchange.failure(of: Sample.send(), options: smuggled).attempts == 0)
    }

    @Test(
        "S04 an idempotency key has 1 to 200 printable ASCII characters",
        arguments: ["", "é", "a\n", "a\u{7F}", "\t", " ", String(repeating: "k", count: 201)]
    )
    func keys(key: String) async throws {
        let exchange = try SampleExchange([.sent])
        let report = try await exchange.failure(of: Sample.send(key: key))
        guard case .invalidArguments(let details) = report.kind else { throw UnexpectedSuccess() }
        #expect(details.violations.map(\.argument) == ["idempotencyKey"])
        _ = try await exchange.client.send(Sample.send(key: String(repeating: "~", count: 200)))
    }

    @Test("S05 path values are refused", arguments: ["", ".", "..", "a\r\nb", "a\u{0}", "\u{1F}", "a\u{7F}"])
    func refusedPaths(value: String) async throws {
        let exchange = try SampleExchange([.sent])
        let report = try await exchange.failure(of: Sample.fetch(value))
        guard case .invalidArguments(let details) = report.kind else { throw UnexpectedSuccess() }
        #expect(details.violations.map(\.argument) == ["id"])
        #expect(exchange.transport.requests.isEmpty)
    }

    @Test(
        "S05 path values are exactly one segment",
        arguments: [
            ("../x", "..%2Fx"), ("%2e%2e", "%252e%252e"), ("a/b", "a%2Fb"), ("a%2Fb", "a%252Fb"), ("a?b", "a%3Fb"),
            ("a#b", "a%23b"), ("a;b", "a%3Bb"), (#"a\b"#, "a%5Cb"), ("a b", "a%20b"), ("é", "%C3%A9"),
            ("😀", "%F0%9F%98%80"), ("%", "%25"), ("%zz", "%25zz"), ("...", "..."), ("{id}", "%7Bid%7D"),
            (String(repeating: "a", count: 1_000_000), String(repeating: "a", count: 1_000_000)),
        ]
    )
    func segments(value: String, segment: String) async throws {
        let exchange = try SampleExchange([.sent])
        _ = try await exchange.client.send(Sample.fetch(value))
        #expect(exchange.transport.requests[0].url == "https://api.sample.test/v1/messages/" + segment)
    }

    @Test("S06 query values come back as they went", arguments: ["+ & = % # space é", "", "a+b", "😀", "100%", "a=b&c"])
    func query(value: String) async throws {
        let exchange = try SampleExchange([.sent])
        var request = Sample.fetch()
        request.addQuery("q & a", value)
        request.addQuery("page", 2)
        request.addQuery("all", true)
        request.addQuery("none", String?.none)
        _ = try await exchange.client.send(request)
        let items = URLComponents(string: exchange.transport.requests[0].url)?.queryItems
        #expect(items?.map(\.name) == ["q & a", "page", "all"])
        #expect(items?.map(\.value) == [value, "2", "true"])
    }

    @Test("Paths can be overridden by the operation's name, with the spec's placeholders")
    func overrides() async throws {
        let transport = StubTransport(.sent)
        let configuration = ClientConfiguration(transport: transport, clock: ManualClock().runtime)
        let client = try SampleClient(configuration: configuration, paths: ["messages.fetch": "/v9/m/{id}/state"])
        _ = try await client.send(Sample.fetch("a b"))
        #expect(transport.requests[0].path == "/v9/m/a%20b/state")
        let wrong = try SampleClient(configuration: configuration, paths: ["messages.fetch": "/v9/m"])
        await #expect(throws: SampleError.self) { try await wrong.send(Sample.fetch()) }
        #expect(transport.requests.count == 1)
    }

    @Test(
        "Overriding paths that could lead elsewhere are refused",
        arguments: [
            "", "v9", "/a/../b", "/a?b", "//\u{0}", "https://x", "/%2e%2e/{id}", "//evil/{id}", "/a/.%2E/{id}",
            "/a%2/{id}",
        ]
    )
    func refusedOverrides(path: String) {
        #expect(throws: ConfigurationError.self) {
            try SampleClient(configuration: ClientConfiguration(), paths: ["messages.fetch": path])
        }
    }

    @Test("A value outside the client's list is refused, with the list")
    func restriction() async throws {
        let exchange = try SampleExchange([.sent])
        var request = Sample.fetch()
        request.restrict("c", argument: "kind", among: "kinds")
        #expect(try await exchange.failure(of: request).message == #"kind must not be "c", but one of: a, b"#)
        var free = Sample.fetch()
        free.restrict("c", argument: "kind", among: "unlisted")
        _ = try await exchange.client.send(free)
    }
}
