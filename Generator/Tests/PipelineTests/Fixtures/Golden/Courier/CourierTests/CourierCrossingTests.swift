import Courier
import TestSupport
import Testing
import WaybillTesting

/// The clients that prove themselves in other ways than by a token.
///
/// The signatures were made by another implementation, in Python.
@Suite struct CourierCrossingTests {
    private let clock = ManualClock(now: .seconds(1_700_000_000), randomness: .fixed(0x0011_2233_4455_6677))

    private func configuration(_ stub: StubTransport) -> ClientConfiguration {
        ClientConfiguration(retry: .never, transport: stub, clock: clock.runtime)
    }

    @Test("V05 the whole request is signed, header fields and the body's hash too")
    func headers() async throws {
        let stub = StubTransport(.status(204))
        let client = try CustomsClient(
            accessKey: "ck_1",
            sealKey: "c2VhbC1rZXk=",
            configuration: configuration(stub)
        )
        _ = try await client.crossings.announce(goods: "tea")
        let request = try #require(stub.requests.first)
        #expect(request.text == #"{"goods":"tea"}"#)
        #expect(request.header("X-Customs-Date") == "20231114T221320Z")
        #expect(request.header("X-Customs-Session") == nil)
        let names = "content-type;host;x-customs-content;x-customs-date"
        let signature = "689253ed556e7f5021767ba1074ae4f3531ac6e55cce0a4ef72a4cc32dee1692"
        #expect(
            request.header("Authorization")
                == "CU1 Credential=ck_1/20231114/eu/customs, Headers=\(names), Signature=\(signature)"
        )
    }

    @Test("V06 a key that is no Base64 makes no client")
    func noKey() {
        #expect(throws: ConfigurationError.self) {
            try CustomsClient(accessKey: "ck_1", sealKey: "no base64!", configuration: ClientConfiguration())
        }
    }

    @Test("V05 a signature in the query covers the query, and stands last; the nonce is another one in each attempt")
    func query() async throws {
        let stub = StubTransport([.json(503, "{}"), .json(200, "[]")])
        let clock = ManualClock(now: .seconds(1_700_000_000), randomness: .seeded(1))
        let client = try FerryClient(
            ferryKey: "fk_1",
            ferrySecret: "ferry",
            configuration: ClientConfiguration(transport: stub, clock: clock.runtime)
        )
        let answer = try await client.crossings.list(port: "kiel ost")
        #expect(answer.http.request.url == "https://ferry.courier.example/crossings?port=kiel%20ost")
        #expect(stub.requests.count == 2)
        #expect(Set(stub.requests.map(\.query)).count == 2)
        for request in stub.requests {
            let query = try #require(request.query)
            #expect(query.hasPrefix("port=kiel%20ost&AccessKey=fk_1&Nonce="))
            #expect(query.contains("&Time=2023-11-14T22%3A13%3A2"))
            #expect(query.contains("&Signature="))
            #expect(!query.contains("ferry"))
        }
    }

    @Test("V05 the fields of a form are among the signed parameters, and digests of the body are signed")
    func parameters() async throws {
        let stub = StubTransport(.status(204))
        let client = try LightClient(lightKey: "lk_1", lamp: "lamp", configuration: configuration(stub))
        _ = try await client.crossings.note(goods: "tea & milk")
        let request = try #require(stub.requests.first)
        #expect(request.text == "goods=tea+%26+milk")
        #expect(request.header("X-Light-Time") == "1700000000000")
        #expect(request.header("X-Light-Signature") == Self.light)
    }

    @Test("user and password go out as in RFC 7617")
    func basic() async throws {
        let stub = StubTransport(.json(200, "[]"))
        let client = try TollClient(account: "Aladdin", pass: "open sesame", configuration: configuration(stub))
        _ = try await client.crossings.list()
        #expect(stub.requests.first?.header("Authorization") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    }

    @Test("S08 a key in the query goes out, and shows in nothing else")
    func key() async throws {
        let stub = StubTransport(.json(200, "[]"))
        let client = try StationClient(stationKey: "canary-key", configuration: configuration(stub))
        let answer = try await client.crossings.list(port: "kiel")
        #expect(stub.requests.first?.query == "port=kiel&key=canary-key")
        #expect(answer.http.request.url == "https://station.courier.example/crossings?port=kiel")
    }

    private static let light = "0IWwir0MkHLWpi10BA+jb0RU/iGf+CgsCQQFSjlI5PvVv+RgtrT4pRRaTGU4MRuYf99geE7A+TTyJH2HzrHhqg=="
}
