import Simpu
import TestSupport
import Testing
import WaybillTesting

/// Which case each refusal becomes, and what can be read from it.
@Suite struct SimpuErrorTests {
    @Test(
        "oddity 12 and contradiction 18: the HTTP status decides, whatever the body's `status` says",
        arguments: [
            (400, "invalidRequest"), (401, "authentication"), (402, "insufficientBalance"), (403, "forbidden"),
            (404, "notFound"), (408, "serverTimeout"), (409, "conflict"), (422, "validation"), (429, "rateLimited"),
            (500, "server"), (502, "server"), (599, "server"), (418, "unrecognized"),
        ]
    )
    func statuses(status: Int, name: String) async throws {
        let bodies = [
            #"{"status":200,"message":"No."}"#, #"{"status":\#(status),"message":"No."}"#,
            #"{"status":"error","message":"No."}"#, #"{"status":\#(status),"type":"error","message":"No."}"#,
            #"{"message":"No."}"#,
        ]
        for body in bodies {
            let error = try await SimpuBench.refusal(.json(status, body))
            #expect(error.caseName == name)
            #expect(error.status == status)
            #expect(error.message == "No.")
            #expect(error.code == nil)
        }
        #expect(try await SimpuBench.refusal(.status(status)).caseName == name)
        #expect(try await SimpuBench.refusal(.page(status)).caseName == name)
    }

    @Test("a body that says 400 does not make a failure of a success")
    func successWithOddStatus() async throws {
        let bench = try SimpuBench(.json(200, #"{"status":400,"id":"1"}"#))
        #expect(try await bench.send().id == "1")
    }

    @Test("the fields that were refused, with their reasons")
    func fieldErrors() async throws {
        let body = #"""
            {"status":400,"message":"Invalid request","errors":[{"field":"recipients","message":"Field required.",
            "type":"missing"},{"field":"content","message":null,"new":1},{}]}
            """#
        let error = try await SimpuBench.refusal(.json(400, body))
        let fields = try #require(error.fieldErrors)
        #expect(fields.map(\.field) == ["recipients", "content", nil])
        #expect(fields.map(\.type) == ["missing", nil, nil])
        #expect(fields[0].message == "Field required.")
        #expect(error.message == "Invalid request")
    }

    @Test(
        "no list of fields is nil, and a list of another shape never fails",
        arguments: [#"{"errors":null}"#, "{}", #"{"errors":"x"}"#, #"{"errors":{"field":"x"}}"#, #"{"errors":7}"#]
    )
    func noFieldErrors(body: String) async throws {
        let error = try await SimpuBench.refusal(.json(422, body))
        #expect(error.fieldErrors == nil)
        #expect(error.caseName == "validation")
    }

    @Test(
        "bodies that are empty, no JSON or of any other shape never fail to be read",
        arguments: [
            "", " ", "null", "[]", "7", "{", "\u{FF}", "<html></html>", #""text""#, #"{"message":5,"errors":[5]}"#,
        ]
    )
    func oddBodies(body: String) async throws {
        for (status, name) in [(404, "notFound"), (502, "server")] {
            let error = try await SimpuBench.refusal(.json(status, body))
            #expect(error.caseName == name)
            #expect(error.message == "HTTP \(status)")
            #expect(error.fieldErrors?.isEmpty ?? true)
        }
    }

    @Test("a page of a gateway is kept as text")
    func page() async throws {
        let error = try await SimpuBench.refusal(.page(502))
        #expect(error.http?.text == "<html><h1>Sorry</h1></html>")
        #expect(error.delivery == .unknown)
    }

    @Test("F20 a success that is no JSON may have been a refusal: it is not sent again")
    func unknownPage() async throws {
        let error = try await SimpuBench.refusal(.page(200))
        guard case .undecodable = error else { throw Unexpected(error) }
        #expect(error.delivery == .unknown)
        #expect(error.fieldErrors == nil)
    }

    @Test("the older envelope refuses with a 200 too: nothing was sent, and the call ends")
    func refusedWithin() async throws {
        let body = #"{"status":200,"type":"error","message":"No credit","errors":[{"field":"to","message":"m"}]}"#
        let bench = try SimpuBench(.json(200, body), .sent)
        let error = try await #require(throws: SimpuError.self) { try await bench.send() }
        guard case .unrecognized = error else { throw Unexpected(error) }
        #expect(error.delivery == .rejected && error.status == 200)
        #expect(error.message == "No credit")
        #expect(error.fieldErrors?.first?.field == "to")
        #expect(bench.requests.count == 1)
    }

    @Test("a password that is wrong, expired, revoked or unknown is `.notFound`")
    func wrongPassword() async throws {
        let bench = try SimpuBench(.json(404, #"{"status":404,"message":"Token not found"}"#), .password)
        let error = try await #require(throws: SimpuError.self) {
            try await bench.client.otp.verify(id: "p1", token: "0000")
        }
        #expect(error.caseName == "notFound")
        #expect(error.message == "Token not found")
        #expect(bench.requests.count == 1)
        #expect(bench.requests[0].text == #"{"id":"p1","token":"0000"}"#)
        #expect(try await bench.client.otp.verify(id: "p1", token: "1234").statusDesc == "SENT")
    }
}
