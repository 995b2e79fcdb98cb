import HTTPTypes
import Simpu
import TestSupport
import Testing
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Decimal
#endif

/// What goes out: where, with which key, and in which form.
@Suite struct SimpuRequestTests {
    @Test("contradiction 4: the bare key by default, a prefix where it is given, with its blank")
    func authorization() async throws {
        for (prefix, expected) in [
            ("", "simpu_key_abc"), ("Bearer ", "Bearer simpu_key_abc"), ("Key=", "Key=simpu_key_abc"),
        ] {
            let bench = try SimpuBench(.sent, authorizationPrefix: prefix)
            _ = try await bench.send()
            #expect(bench.requests.map { $0.header("Authorization") } == [expected])
        }
        let client = try SimpuClient(
            apiKey: "k",
            configuration: ClientConfiguration(transport: StubTransport(.sent))
        )
        #expect(try await client.sms.send(recipients: ["1"], senderID: "F", content: "x").http.attempts == 1)
    }

    @Test("a key that is blank, or a key or prefix with a line break, is refused and not shown")
    func badCredentials() throws {
        for key in ["", " ", "secret-key\n"] {
            let error = try #require(throws: ConfigurationError.self) { try SimpuBench(apiKey: key) }
            #expect(error.option == "apiKey")
            #expect(!error.description.contains("secret-key"))
        }
        let error = try #require(throws: ConfigurationError.self) {
            try SimpuBench(authorizationPrefix: "secret-key\r\n")
        }
        #expect(error.option == "authorizationPrefix")
        #expect(!error.description.contains("secret-key"))
    }

    @Test("every operation goes to its path; no idempotency key is made up")
    func paths() async throws {
        let stub = StubTransport { request in
            request.path.hasSuffix("get-by-recipient")
                ? .json(200, "[]") : .json(200, #"{"id":"x","row":{"id":"r"},"rows":[]}"#)
        }
        let client = try SimpuBench(configuration: .init(transport: stub)).client
        _ = try await client.sms.send(recipients: ["1"], senderID: "F", content: "x")
        _ = try await client.email.send(recipients: ["a@b.example"], senderID: "c@d.example", content: "x")
        _ = try await client.otp.request(recipient: "1")
        _ = try await client.otp.verify(id: "p", token: "1234")
        _ = try await client.otp.fetch("p/1")
        _ = try await client.otp.list("2348000000001")
        _ = try await client.otp.revoke("p")
        _ = try await client.contacts.table()
        _ = try await client.contacts.create(columns: [:])
        _ = try await client.contacts.fetch("r")
        _ = try await client.contacts.update("r", columns: [:])
        _ = try await client.contacts.delete("r")
        _ = try await client.contacts.query()
        #expect(
            stub.requests.map { "\($0.verb) \($0.url.replacing(SimpuBench.host, with: ""))" } == [
                "POST /sms/send", "POST /email/send", "POST /otp/request_token", "POST /otp/verify", "GET /otp/p%2F1",
                "GET /otp/get-by-recipient?recipient=2348000000001", "DELETE /otp/p", "GET /lists/contact",
                "POST /lists/contact/rows", "GET /lists/contact/row/r", "PATCH /lists/contact/rows/r",
                "DELETE /lists/contact/rows/r", "POST /lists/contact/rows/query",
            ]
        )
        #expect(stub.requests.allSatisfy { $0.header("Idempotency-Key") == nil })
        for request in stub.requests {
            #expect(request.header("Content-Type") == (request.body == nil ? nil : "application/json"))
        }
    }

    @Test("oddity 5: several recipients are one text with commas")
    func recipients() async throws {
        let bench = try SimpuBench(.sent, .sent, .sent)
        _ = try await bench.client.sms.send(recipients: ["1", "2", "3"], senderID: "F", content: "x")
        _ = try await bench.client.sms.send(recipients: ["1"], senderID: "F", content: "x")
        let addresses = ["a@b.example", "c@d.example"]
        _ = try await bench.client.email.send(recipients: addresses, senderID: "e@f.example", templateID: "t")
        #expect(
            bench.requests.map { $0.json?["recipients"]?.stringValue } == ["1,2,3", "1", "a@b.example,c@d.example"]
        )
    }

    @Test("a recipient that would be two, or none, is refused with its place before anything is sent")
    func oddRecipients() async throws {
        let bench = try SimpuBench()
        let calls: [(String, [String])] = [
            ("recipients[0] must not contain a comma", ["2348000000001,2348000000002"]),
            ("recipients[0] must not be blank", [""]),
            ("recipients[1] must not be blank; recipients[2] must not be blank", ["1", "", " "]),
        ]
        for (message, recipients) in calls {
            let error = try await #require(throws: SimpuError.self) {
                try await bench.client.sms.send(recipients: recipients, senderID: "F", content: "x")
            }
            guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
            #expect(failure.message == message)
        }
        #expect(bench.requests.isEmpty)
    }

    @Test("an address that would be two, none, or too short to be one is refused with its place")
    func oddAddresses() async throws {
        let bench = try SimpuBench()
        let calls: [(String, [String])] = [
            ("recipients[0] must not contain a comma", ["a@b.example,c@d.example"]),
            ("recipients[1] must have at least 4 characters", ["a@b.example", "a@b"]),
            ("recipients[0] must have at least 4 characters; recipients[0] must not be blank", [" "]),
        ]
        for (message, recipients) in calls {
            let error = try await #require(throws: SimpuError.self) {
                try await bench.client.email.send(recipients: recipients, senderID: "a@b.example", content: "x")
            }
            guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
            #expect(failure.message == message)
        }
        #expect(bench.requests.isEmpty)
    }

    @Test("a text and an e-mail with neither content nor template are refused before anything is sent")
    func nothingToSay() async throws {
        let bench = try SimpuBench(.sent, .sent)
        let calls: [() async throws -> Void] = [
            { _ = try await bench.client.sms.send(recipients: ["1"], senderID: "F") },
            { _ = try await bench.client.email.send(recipients: ["a@b.example"], senderID: "c@d.example") },
        ]
        for call in calls {
            let error = try await #require(throws: SimpuError.self) { try await call() }
            guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
            #expect(failure.message == "content is needed, unless templateID is given")
        }
        #expect(bench.requests.isEmpty)
        _ = try await bench.client.sms.send(recipients: ["1"], senderID: "F", templateID: "t")
        _ = try await bench.client.sms.send(recipients: ["1"], senderID: "F", content: "x", templateID: "t")
        #expect(bench.requests.count == 2)
    }

    @Test("no recipients, a blank or long sender id and blank phones are refused before anything is sent")
    func refusals() async throws {
        let bench = try SimpuBench()
        let client = bench.client
        let calls: [(argument: String, call: () async throws -> Void)] = [
            ("recipients", { _ = try await client.sms.send(recipients: [], senderID: "F", content: "x") }),
            ("senderID", { _ = try await client.sms.send(recipients: ["1"], senderID: " ", content: "x") }),
            ("senderID", { _ = try await client.sms.send(recipients: ["1"], senderID: "TwelveLetter", content: "x") }),
            ("recipients", { _ = try await client.email.send(recipients: [], senderID: "a@b.example", content: "x") }),
            ("recipient", { _ = try await client.otp.request(recipient: "") }),
            ("length", { _ = try await client.otp.request(recipient: "1", length: 3) }),
            ("length", { _ = try await client.otp.request(recipient: "1", length: 9) }),
            ("token", { _ = try await client.otp.verify(id: "p", token: " ") }),
            ("recipient", { _ = try await client.otp.list("") }),
            ("page", { _ = try await client.contacts.query(page: 0) }),
        ]
        for (argument, call) in calls {
            let error = try await #require(throws: SimpuError.self) { try await call() }
            guard case .invalidArgument(let failure) = error else { throw Unexpected(error) }
            #expect(failure.details.violations.map(\.argument) == [argument])
        }
        #expect(bench.requests.isEmpty)
    }

    @Test(
        "oddity 14: `expiresIn` is minutes, 1 to 60",
        arguments: [(0, false), (1, true), (60, true), (61, false), (900, false)]
    )
    func minutes(value: Int, isAllowed: Bool) async throws {
        let bench = try SimpuBench(.password)
        do {
            _ = try await bench.client.otp.request(recipient: "1", expiresIn: value)
            #expect(isAllowed)
            #expect(bench.requests[0].json?["expires_in"]?.intValue == value)
        } catch {
            #expect(!isAllowed)
            #expect(bench.requests.isEmpty)
        }
    }

    @Test(
        "contradictions 6, 7, 8: a template in place of the content; a channel only where it is given, in small letters"
    )
    func channel() async throws {
        let bench = try SimpuBench(.sent, .sent)
        _ = try await bench.client.sms.send(recipients: ["1"], senderID: "F", templateID: "t1")
        _ = try await bench.client.sms.send(
            recipients: ["1"],
            senderID: "F",
            content: "x",
            channel: .whatsapp,
            channelID: "c1"
        )
        #expect(bench.requests[0].text == #"{"recipients":"1","sender_id":"F","template_id":"t1"}"#)
        #expect(bench.requests[1].json?["channel"] == "whatsapp")
        #expect(bench.requests[1].json?["channel_id"] == "c1")
    }

    @Test("oddity 8: `row` to read one, `rows` to change it; ids are one segment each")
    func rows() async throws {
        let stub = StubTransport { _ in .json(200, #"{"row":{"id":"r"}}"#) }
        let contacts = try SimpuBench(configuration: .init(transport: stub)).client.contacts
        _ = try await contacts.fetch("a/../b")
        _ = try await contacts.update("a?b", columns: ["c1": "Ada"])
        #expect(
            stub.requests.map(\.path) == ["/lists/contact/row/a%2F..%2Fb", "/lists/contact/rows/a%3Fb"]
        )
        #expect(stub.requests[1].text == #"{"columns":{"c1":"Ada"}}"#)
        let error = try await #require(throws: SimpuError.self) { try await contacts.fetch("..") }
        guard case .invalidArgument = error else { throw Unexpected(error) }
    }

    @Test("the paths that are not certain can be others")
    func otherPaths() async throws {
        let paths = SimpuClient.Paths(otpList: "/v2/otps", contactsDelete: "/lists/contact/row/{row_id}")
        let bench = try SimpuBench(.json(200, "[]"), .status(204), paths: paths)
        _ = try await bench.client.otp.list("1")
        _ = try await bench.client.contacts.delete("r 1")
        #expect(
            bench.requests.map(\.url) == [
                "https://api.simpu.co/v2/otps?recipient=1", "https://api.simpu.co/lists/contact/row/r%201",
            ]
        )
    }

    @Test("contradiction 13: the other reading of the list of passwords, the phone as the path's last part")
    func phoneInPath() async throws {
        let paths = SimpuClient.Paths(otpList: "/otp/get-by-recipient/{recipient}")
        let bench = try SimpuBench(.json(200, "[]"), paths: paths)
        _ = try await bench.client.otp.list("2348000000001")
        #expect(bench.requests.map(\.path) == ["/otp/get-by-recipient/2348000000001"])
    }

    @available(*, deprecated)
    @Test("contradiction 15: airtime is deprecated, and can be bought; money is a number with its digits")
    func airtime() async throws {
        let bench = try SimpuBench(.json(200, #"{"status":"pending","network":"Glo"}"#))
        let purchase = try await bench.client.airtime.buy(network: .glo, amount: 100.5, recipient: "2348000000001")
        #expect(purchase.isPending)
        #expect(bench.requests[0].text == #"{"network":"Glo","amount":100.5,"recipient":"2348000000001"}"#)
        #expect(bench.requests.map(\.path) == ["/airtime/buy"])
    }
}
