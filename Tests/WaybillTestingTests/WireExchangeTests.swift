import HTTPTypes
import Testing
import WaybillRuntime
@_spi(Generated) import WaybillTesting

@Suite struct WireExchangeTests {
    private static let answer = #"{"data":{"id":7,"at":"2026-05-01T05:38:07+02:00","gone":null,"tags":["a","b"]}}"#

    @Test(
        "An answer is the same where it is written in another way, and only there",
        arguments: [
            (#"{"id":"7","at":"2026-05-01T03:38:07Z","tags":"a,b","more":1}"#, nil),
            (#"{"id":7.0,"at":"2026-05-01T03:38:07.000Z","tags":["a","b"]}"#, nil),
            (#"{"id":8}"#, #"{"id":8} is not {"id":7,"at":"2026-05-01T05:38:07+02:00","gone":null,"tags":["a","b"]}"#),
        ]
    )
    func answers(value: String, fault: String?) throws {
        let exchange = WireExchange(200, Self.answer)
        #expect(try exchange.answerFault(JSONValue(parsing: value), below: ["data"]) == fault)
        #expect(exchange.answerFault(.null, below: ["data", "other"]) == "nothing came there")
    }

    @Test("numbers are compared with all their digits, or as the doubles that came of them")
    func numbers() throws {
        let exchange = WireExchange(200, "[19.99, 0.1000000000000000055, 12345678901234567890]")
        let faults = try ["[19.990,0.1,12345678901234567890]", "[19.99,0.10,12345678901234567890.0]"].map {
            try exchange.answerFault(JSONValue(parsing: $0))
        }
        #expect(faults == [nil, nil])
        for wrong in [
            "[19.98999999999999488,0.1,12345678901234567890]", "[19.99,0.1,12345678901234567891]",
            "[19.99,0.1000000000000000056,12345678901234567890]",
        ] {
            #expect(try exchange.answerFault(JSONValue(parsing: wrong)) != nil)
        }
    }

    @Test("What went out is compared with what was expected")
    func requests() async throws {
        let exchange = WireExchange(204, "")
        #expect(exchange.requestFault("POST", "https://a.example/x") == "0 requests went out")
        #expect(exchange.body.isEmpty)
        var request = TransportRequest(method: .post, url: "https://a.example/x")
        request.headers[.accept] = "text/plain"
        request.body = Array("{}".utf8)
        let transport = try #require(exchange.configuration.transport)
        _ = try await transport.send(request)
        #expect(exchange.body == "{}")
        #expect(exchange.requestFault("POST", "https://a.example/x", headers: ["accept": "text/plain"]) == nil)
        #expect(exchange.requestFault("GET", "https://a.example/x") == "POST https://a.example/x went out")
        #expect(exchange.requestFault("POST", "https://a.example/x", headers: ["X-Id": "1"]) == "X-Id is missing")
        _ = try? await transport.send(request)
        #expect(exchange.requestFault("POST", "https://a.example/x") == "2 requests went out")
    }
}
