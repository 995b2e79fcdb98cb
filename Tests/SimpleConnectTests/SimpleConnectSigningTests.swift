import Crypto
import SimpleConnect
import TestSupport
import Testing
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// The signature over each request of the integration's client, and the key of the account's.
@Suite struct SimpleConnectSigningTests {
    static let snapshot = StubAnswer.json(200, #"{"connected":true}"#)

    /// What the signature must be, by swift-crypto alone.
    private static func expected(_ request: RecordedRequest, secret: String) -> String {
        var code = HMAC<SHA256>(key: SymmetricKey(data: Array(secret.utf8)))
        code.update(data: Array((request.header("X-SimpleConnect-Timestamp") ?? "").utf8))
        code.update(data: Array(".".utf8))
        code.update(data: request.body ?? [])
        let digits = code.finalize().map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }
        return "sha256=" + digits.joined()
    }

    private static func example(_ bench: SimpleConnectBench) async throws {
        _ = try await bench.integration.events.deliver(
            "customer_payment_received",
            recipient: EventRecipient(mobileNo: "+919812345678", name: "Ramesh Kumar"),
            event: EventContent(
                eventID: "pp_payment_42",
                occurredAt: Date(timeIntervalSince1970: 1_776_333_600),
                language: "en",
                fields: ["customer_name": "Ramesh Kumar", "payment_amount": "450.00"]
            )
        )
    }

    @Test("three headers on POST, signature over `ts.body`, and no bearer")
    func post() async throws {
        let bench = try SimpleConnectBench(.accepted)
        try await Self.example(bench)
        let request = try #require(bench.requests.first)
        let agent = try #require(request.header("User-Agent"))
        #expect(
            request.headerLines == [
                "accept: application/json",
                "content-type: application/json",
                "user-agent: \(agent)",
                "x-simpleconnect-key-id: wa_sec_1",
                "x-simpleconnect-signature: sha256=847a1d79a0043bbf246a0aafbe5e4dd16df14ffa7a31129900ba427268c47112",
                "x-simpleconnect-timestamp: 1767225600",
            ]
        )
    }

    @Test("V01 three headers on GET, signature over `ts.`, the vector of the empty body, no Content-Type")
    func get() async throws {
        let bench = try SimpleConnectBench(Self.snapshot)
        _ = try await bench.integration.integrations.verify()
        let request = try #require(bench.requests.first)
        let agent = try #require(request.header("User-Agent"))
        #expect(request.body == nil)
        #expect(
            request.headerLines == [
                "accept: application/json",
                "user-agent: \(agent)",
                "x-simpleconnect-key-id: wa_sec_1",
                "x-simpleconnect-signature: sha256=d7770afc743748426a412cc75244dae584e07e35fa8d0b6ab5f96d2d62ed3148",
                "x-simpleconnect-timestamp: 1767225600",
            ]
        )
    }

    @Test("V01 non-ASCII body and secret")
    func nonASCII() async throws {
        let bench = try SimpleConnectBench(.accepted, secret: "sécret")
        _ = try await bench.integration.events.deliver(
            "k",
            recipient: SimpleConnectBench.recipient,
            event: EventContent(eventID: "e1", fields: ["n": "रमेश"])
        )
        let request = try #require(bench.requests.first)
        #expect(request.text.hasSuffix(#""language":"en","n":"रमेश"}}"#))
        #expect(
            request.header("X-SimpleConnect-Signature")
                == "sha256=48443a58349072f326b078b18b6749cc8fd02c012c8f7758c821aa511d3d9c36"
        )
    }

    @Test("V06 the secret is used verbatim: no trim, no decoding")
    func verbatim() async throws {
        let bench = try SimpleConnectBench(Self.snapshot, secret: "  spaced secret==  ")
        _ = try await bench.integration.integrations.verify()
        #expect(
            bench.requests.first?.header("X-SimpleConnect-Signature")
                == "sha256=49880bc176b1f1be398eded4a5e107627e6a80288327c57a27bfcccb037d9582"
        )
    }

    @Test("R06 each attempt is signed anew with its own timestamp, over the same body")
    func anew() async throws {
        let bench = try SimpleConnectBench(.status(500), .status(500), .accepted)
        try await Self.example(bench)
        #expect(
            bench.requests.map { $0.header("X-SimpleConnect-Timestamp") } == ["1767225600", "1767225601", "1767225603"]
        )
        #expect(
            bench.requests.map { $0.header("X-SimpleConnect-Signature") } == [
                "sha256=847a1d79a0043bbf246a0aafbe5e4dd16df14ffa7a31129900ba427268c47112",
                "sha256=5de4f7062545c6b2a0789c88e5b5ca7819217e11bfc9afdf242fd339d88c6068",
                "sha256=e1c08a0349acd7048596e21e796261f3fc92734b3eb41671c78a08cd6eec9097",
            ]
        )
        #expect(Set(bench.requests.map(\.body)).count == 1)
    }

    @Test("V05 signed bytes = sent bytes, for 1,000 random bodies")
    func signedIsSent() async throws {
        let bench = try SimpleConnectBench(
            configuration: .init(transport: Self.echo),
            randomness: .seeded(17)
        )
        var random = SplitMix64(seed: 17)
        for number in 0..<1_000 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...60, using: &random)).compactMap { _ in
                        Unicode.Scalar(UInt32.random(in: 0...0x2_FFFF, using: &random))
                    }
                )
            )
            _ = try await bench.integration.events.deliver(
                "k\(number)",
                recipient: SimpleConnectBench.recipient,
                event: EventContent(fields: ["t": .string(text), "n": .number(JSONNumber(number))])
            )
        }
        let requests = Self.echo.requests
        #expect(requests.count == 1_000)
        let wrong = requests.filter {
            $0.header("X-SimpleConnect-Signature") != Self.expected($0, secret: SimpleConnectBench.secret)
        }
        Figure.tell("signed bytes are sent bytes", "\(requests.count) random bodies, \(wrong.count) differ")
        #expect(wrong.isEmpty)
    }

    private static let echo = StubTransport { _ in .accepted }

    @Test("Bearer header and no HMAC headers on the messages client")
    func bearer() async throws {
        let bench = try SimpleConnectBench(.queued, .json(200, #"{"message_id":"msg_1"}"#))
        _ = try await bench.sendTemplate()
        _ = try await bench.account.messages.detail("msg_1")
        let agent = try #require(bench.requests.first?.header("User-Agent"))
        let lines = bench.requests.map(\.headerLines)
        #expect(
            lines == [
                [
                    "accept: application/json", "authorization: Bearer sk_live_abc", "content-type: application/json",
                    "user-agent: \(agent)",
                ],
                ["accept: application/json", "authorization: Bearer sk_live_abc", "user-agent: \(agent)"],
            ]
        )
    }

    @Test(
        "S11 headers of the call cannot override the signature",
        arguments: [
            "X-SimpleConnect-Signature", "x-simpleconnect-timestamp", "X-SIMPLECONNECT-KEY-ID", "Authorization",
        ]
    )
    func override(name: String) async throws {
        let bench = try SimpleConnectBench(.accepted)
        let error = try await #require(throws: SimpleConnectError.self) {
            try await bench.deliver(options: CallOptions(headers: [name: "stolen"]))
        }
        guard case .invalidArgument = error else { throw Unexpected(error) }
        #expect(bench.requests.isEmpty)
    }

    @Test("T12 the timestamp follows the wall clock, also when it is set back")
    func wallClock() async throws {
        let bench = try SimpleConnectBench(Self.snapshot, Self.snapshot)
        _ = try await bench.integration.integrations.verify()
        bench.clock.setNow(.seconds(1_700_000_000) + .milliseconds(999))
        _ = try await bench.integration.integrations.verify()
        #expect(bench.requests.map { $0.header("X-SimpleConnect-Timestamp") } == ["1767225600", "1700000000"])
    }
}
