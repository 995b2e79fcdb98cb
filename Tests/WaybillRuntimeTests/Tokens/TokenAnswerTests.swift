import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct TokenAnswerTests {
    private static let now = Duration.seconds(1_750_000_000)

    /// How many seconds a token is good for.
    private func life(_ end: TokenRecipe.End, _ body: String, headers: HTTPFields = [:]) throws -> Double? {
        let answer = TokenAnswer(.oauth(end: end, token: "data.token"))
        let response = TransportResponse(status: 200, headers: headers, body: Array(body.utf8))
        let token = try answer.token(in: response, now: Self.now)
        #expect(token.value == "t")
        return token.endsAt.map { $0.timeIntervalSince(token.receivedAt) }
    }

    @Test(
        "seconds: a number, or the text of one; what is neither says nothing",
        arguments: [
            ("3600", 3600), ("\"3600\"", 3600), ("1.5", 1.5), ("0", 0), ("-1", 0), ("1e300", 315_360_000),
            ("null", nil), ("\"soon\"", nil), ("true", nil),
        ] as [(String, Double?)]
    )
    func seconds(value: String, life: Double?) throws {
        #expect(try self.life(.seconds("expires_in"), #"{"data":{"token":"t"},"expires_in":\#(value)}"#) == life)
    }

    @Test(
        "a time: RFC 3339, seconds or milliseconds since 1970",
        arguments: ["1750000600", "\"1750000600\"", "1750000600000", "\"2025-06-15T15:16:40Z\""]
    )
    func time(value: String) throws {
        #expect(try life(.time("data.ends"), #"{"data":{"token":"t","ends":\#(value)}}"#) == 600)
    }

    @Test("a time counts from the answer's own date, so that a wrong clock here does not matter")
    func date() throws {
        let headers: HTTPFields = [.date: "Sun, 15 Jun 2025 15:11:40 GMT"]
        #expect(try life(.time("ends"), #"{"data":{"token":"t"},"ends":1750000600}"#, headers: headers) == 300)
    }

    @Test("a fixed lifetime looks at nothing")
    func lifetime() throws {
        #expect(try life(.after(.seconds(90)), #"{"data":{"token":"t"},"expires_in":1}"#) == 90)
    }

    @Test("a description shows no token")
    func secrecy() {
        let token = AccessToken(value: "canary", receivedAt: .init(timeIntervalSince1970: 0), endsAt: nil)
        var dumped = ""
        dump(token, to: &dumped)
        #expect(!"\(token)\(dumped)\(String(reflecting: token))".contains("canary"))
    }
}
