import HTTPTypes
import TestSupport
import Testing
import Walinko
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// Successes that cannot be read, and those that can although they are odd.
@Suite struct WalinkoAnswerTests {
    private func undecodable(_ answer: StubAnswer) async throws -> WalinkoError.Failure<UndecodableAnswer> {
        let bench = try WalinkoBench(answer, .sent)
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        #expect(bench.requests.count == 1)
        guard case .undecodable(let failure) = error else { throw Unexpected(error) }
        // What is no JSON may have been a refusal.
        let isJSON = failure.http.flatMap { try? JSONValue(parsing: $0.body) } != nil
        #expect(failure.delivery == (isJSON ? .accepted : .unknown))
        #expect(failure.request?.idempotencyKey != nil)
        #expect(failure.http?.status == failure.status)
        return failure
    }

    @Test("F20 a 2xx that is HTML -> typed error with an excerpt of at most 1 KiB, one request")
    func html() async throws {
        let page = "<html>" + String(repeating: "é", count: 2_000)
        let failure = try await undecodable(.page(200, page))
        let excerpt = try #require(failure.details.excerpt)
        #expect(excerpt.hasPrefix("<html>éé"))
        #expect(excerpt.utf8.count <= 1_024)
        #expect(failure.http?.text == page)
        #expect(!"\(failure)".contains("<html>"))
    }

    @Test("F24 a 2xx with an empty body -> typed error", arguments: [200, 201, 202, 204])
    func empty(status: Int) async throws {
        let failure = try await undecodable(.status(status))
        #expect(failure.status == status)
        #expect(failure.details.excerpt == nil)
    }

    @Test(
        "a 2xx without an object in `data` -> typed error that names the place",
        arguments: [
            (#"{"success":true,"message":"ok"}"#, "data"), (#"{"data":null}"#, "data"), (#"{"data":[]}"#, "data"),
            (#"{"data":"x"}"#, "data"), (#"{"data":{"status":"sent"}}"#, "tracking_id"),
            (#"{"data":{"tracking_id":[7],"status":"sent"}}"#, "tracking_id"),
            (#"{"data":{"tracking_id":null,"status":"sent"}}"#, "tracking_id"),
        ]
    )
    func incomplete(body: String, place: String) async throws {
        let failure = try await undecodable(.json(200, body))
        #expect("\(failure.details)".contains(place))
        #expect(failure.details.excerpt == nil)
        #expect(!"\(failure)".contains("tx_1"))
    }

    @Test(
        "a 2xx that is JSON of another kind, or cut off -> typed error",
        arguments: ["null", "7", "[]", #"{"data":{"tracking_id":"tx_1","status":"sent"}"#, #"{"data":{}} x"#]
    )
    func otherJSON(body: String) async throws {
        _ = try await undecodable(.json(200, body))
    }

    @Test("F22 an answer in UTF-16 is refused, JSON without a content type and problem+json are taken")
    func charsets() async throws {
        let body = #"{"data":{"tracking_id":"tx_1","status":"sent"}}"#
        let wide = body.utf8.flatMap { [$0, 0] as [UInt8] }
        let headers = HTTPFields.pairs(["Content-Type": "application/json; charset=utf-16"])
        let failure = try await undecodable(.bytes(200, wide, headers: headers))
        #expect(failure.details.reason == "its character set is utf-16, and JSON is UTF-8")
        for type in ["application/json; charset=UTF-8", "application/problem+json", "text/plain"] {
            let bench = try WalinkoBench(.json(200, body, headers: .pairs(["Content-Type": type])))
            #expect(try await bench.send().trackingID == "tx_1")
        }
        let bench = try WalinkoBench(.bytes(200, Array(body.utf8)))
        #expect(try await bench.send().trackingID == "tx_1")
    }

    @Test("F23 invalid UTF-8 in a 2xx -> typed error, in an error body -> still the error")
    func invalidUTF8() async throws {
        let bytes = Array(#"{"data":{"tracking_id":"tx_"#.utf8) + [0xC3, 0x28] + Array(#"","status":"sent"}}"#.utf8)
        _ = try await undecodable(.bytes(200, bytes))

        let bench = try WalinkoBench(.bytes(404, Array(#"{"message":""#.utf8) + [0xFF] + Array(#""}"#.utf8)))
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        #expect(error.caseName == "notFound")
        #expect(error.message == "HTTP 404")
    }

    @Test(
        "a sent message stays sent with any member of another type",
        arguments: [
            #""device_id":"1""#, #""template_id":{}"#, #""phone":88"#, #""sent_at":"soon""#, #""wa_message_id":[1]"#,
            #""variant_index":1.5"#, #""status":7"#,
        ]
    )
    func oddMembers(member: String) async throws {
        let odd = #"{"data":{"tracking_id":"tx_1",\#(member)},"message":9}"#
        let bench = try WalinkoBench(.json(200, odd))
        let sent = try await bench.send()
        #expect(sent.trackingID == "tx_1")
        #expect(sent.extra.count == 1)
        #expect(sent.http.unread.count == 1)
        #expect(sent.http.unread.first?.path.hasPrefix("data.") == true)
        #expect(sent.value.json == sent.http.json?["data"])
        #expect(bench.requests.count == 1)
    }

    @Test(
        "only `success: false` refuses with a 2xx; what else stands there says nothing",
        arguments: ["true", "null", "7"]
    )
    func successMember(value: String) async throws {
        let body = #"{"success":\#(value),"message":"no","data":{"tracking_id":"tx_1","status":"sent"}}"#
        let bench = try WalinkoBench(.json(200, body))
        #expect(try await bench.send().isSent)
    }

    @Test(
        "bad dates are nil, no error, and stay readable as they came",
        arguments: [#""soon""#, #""""#, "7", "null", #""2026-13-01T00:00:00Z""#, #""2026-02-30T00:00:00Z""#, "[]"]
    )
    func badDate(value: String) async throws {
        let bench = try WalinkoBench(.ok(#"{"tracking_id":"tx_1","status":"sent","sent_at":\#(value)}"#))
        let sent = try await bench.send()
        #expect(sent.sentAt == nil)
        if value != "null" { #expect(sent.extra["sent_at"]?.description == value) }
    }

    @Test(
        "dates of every RFC 3339 form are read",
        arguments: [
            ("2026-05-01T03:38:07.165Z", 1_777_606_687.165), ("2026-05-01T03:38:07Z", 1_777_606_687),
            ("2026-05-01T09:38:07+06:00", 1_777_606_687), ("2026-05-01T03:38:07.165000001Z", 1_777_606_687.165),
        ]
    )
    func dates(text: String, expected: Double) async throws {
        let bench = try WalinkoBench(.ok(#"{"tracking_id":"tx_1","status":"sent","sent_at":"\#(text)"}"#))
        let moment = try #require(try await bench.send().sentAt)
        #expect(abs(moment.timeIntervalSince1970 - expected) < 0.000_5)
    }
}
