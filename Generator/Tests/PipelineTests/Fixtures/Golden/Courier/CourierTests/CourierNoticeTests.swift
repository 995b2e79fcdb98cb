import Courier
import Foundation
import TestSupport
import Testing
import WaybillTesting

/// Clients that make JSON Web Tokens.
@Suite struct CourierNoticeTests {
    private let clock = ManualClock(now: .seconds(1_700_000_000), randomness: .seeded(1))
    private static let notice = StubAnswer.json(200, #"{"result":{"id":"n1"}}"#)

    private func configuration(_ stub: StubTransport) -> ClientConfiguration {
        ClientConfiguration(retry: .never, transport: stub, clock: clock.runtime)
    }

    /// The header and the claims of a token.
    private static func parts(_ token: Substring) -> [String] {
        token.split(separator: ".").prefix(2).map { part in
            let text = part.replacing("-", with: "+").replacing("_", with: "/")
            let bytes = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
            return String(decoding: bytes ?? Data(), as: UTF8.self)
        }
    }

    @Test("ES256: header and claims as the spec has them; one token goes out with calls until its margin")
    func es256() async throws {
        let stub = StubTransport(Self.notice, Self.notice, Self.notice)
        let client = try PostClient(
            keyID: "k1",
            office: "7",
            privateKey: PublishedKeys.p256OfSEC1,
            configuration: configuration(stub)
        )
        _ = try await client.notices.fetch("n1")
        _ = try await client.notices.fetch("n1")
        clock.advance(by: .seconds(1_051))
        _ = try await client.notices.fetch("n1")
        let fields = stub.requests.compactMap { $0.header("Authorization") }
        #expect(fields[0] == fields[1] && fields[1] != fields[2])
        #expect(fields[0].hasPrefix("Bearer "))
        #expect(
            Self.parts(fields[0].dropFirst(7)) == [
                #"{"alg":"ES256","typ":"JWT","kid":"k1"}"#,
                #"{"iss":"7","aud":["notices","office-7"],"level":2,"iat":1699999970,"exp":1700001170}"#,
            ]
        )
    }

    @Test("HS256 in the query; a token with a nonce goes out once, and shows in no request that is kept")
    func hs256() async throws {
        let stub = StubTransport(.json(503, "{}"), Self.notice)
        let client = try GuildClient(
            member: "m1",
            guildKey: PublishedKeys.secret,
            configuration: ClientConfiguration(transport: stub, clock: clock.runtime)
        )
        let answer = try await client.notices.fetch("n1")
        #expect(answer.http.request.url == "https://guild.courier.example/notices/n1")
        let queries = stub.requests.compactMap(\.query)
        #expect(Set(queries).count == 2)
        let parts = Self.parts(queries[0].dropFirst("pass=".count))
        #expect(parts[0] == #"{"alg":"HS256","typ":"guild+jwt"}"#)
        #expect(parts[1].hasPrefix(#"{"sub":"m1","jti":""#) && parts[1].contains(#"","iat":1700000000,"exp":1700000060}"#))
        let command = try client.curl(GuildClient.Notices.fetch("n1"))
        #expect(command.contains("?pass=[REDACTED]'"))
    }

    @Test("RS256 as the assertion of a request for a token (RFC 7523, section 2.1)")
    func rs256() async throws {
        let stub = StubTransport(.json(200, #"{"access_token":"abc","expires_in":60}"#), Self.notice)
        let client = try BankClient(account: "a1", privateKey: PublishedKeys.rsa, configuration: configuration(stub))
        _ = try await client.notices.fetch("n1")
        let start = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
        let body = stub.requests[0].text
        #expect(body.hasPrefix(start))
        #expect(
            Self.parts(body.dropFirst(start.count)) == [
                #"{"alg":"RS256","typ":"JWT"}"#,
                #"{"iss":"a1","aud":"https://bank.courier.example/token","iat":1700000000,"exp":1700003600}"#,
            ]
        )
        #expect(stub.requests[1].header("Authorization") == "Bearer abc")
    }

    @Test("a key that cannot be read makes no client, and the error says what is expected")
    func noKey() {
        let error = #expect(throws: ConfigurationError.self) {
            try BankClient(account: "a1", privateKey: PublishedKeys.p256, configuration: ClientConfiguration())
        }
        #expect(error?.option == "privateKey" && error?.reason.contains("private RSA key") == true)
        let digits = #expect(throws: ConfigurationError.self) {
            try StampClient(stamp: "no digits", configuration: ClientConfiguration())
        }
        #expect(digits?.description == "stamp must be a key in hexadecimal digits")
    }
}
