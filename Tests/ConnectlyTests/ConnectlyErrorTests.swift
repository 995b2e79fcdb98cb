import Connectly
import TestSupport
import Testing
import WaybillTesting

/// Which case each refusal becomes, and what can be read from it.
@Suite struct ConnectlyErrorTests {
    static let cases = [
        ("ERROR_CODE_MESSAGE_OUTSIDE_OF_ELIGIBILITY_WINDOW", "outsideWindow"),
        ("ERROR_CODE_MESSAGE_CUSTOMER_NO_CONVERSATION_INITIATION", "outsideWindow"),
        ("ERROR_CODE_MESSAGE_CUSTOMER_OPTED_OUT", "optedOut"),
        ("ERROR_CODE_MESSAGE_TEMPLATE_NOT_FOUND", "templateUnavailable"),
        ("ERROR_CODE_MESSAGE_TEMPLATE_DELETED", "templateUnavailable"),
        ("ERROR_CODE_MESSAGE_TEXT_EMPTY", "invalidContent"),
        ("ERROR_CODE_MESSAGE_ATTACHMENT_EMPTY", "invalidContent"),
        ("ERROR_CODE_MESSAGE_ATTACHMENT_INVALID", "invalidContent"),
        ("ERROR_CODE_MESSAGE_ATTACHMENTS_NUMBER_INVALID", "invalidContent"),
        ("ERROR_CODE_MESSAGE_TEMPLATE_INPUT_INVALID", "invalidContent"),
        ("ERROR_CODE_PHONE_NUMBER_BAD_FORMAT", "invalidRecipient"),
        ("ERROR_CODE_MESSAGE_PHONE_NUMBER_INVALID", "invalidRecipient"),
        ("ERROR_CODE_MESSAGE_SELF_INVALID", "invalidRecipient"),
        ("ERROR_CODE_INVALID_SENDER_ID", "invalidSender"),
        ("ERROR_CODE_BUSINESS_MISSES_MATCHING_CHANNEL", "invalidSender"),
        ("ERROR_CODE_BUSINESS_REACHED_LIMITS", "restricted"),
        ("ERROR_CODE_BUSINESS_KEY_SECRET_ABSENT", "notSetUp"),
    ]

    @Test("every documented code has its case, whatever status comes with it", arguments: cases)
    func codes(code: String, name: String) async throws {
        for status in [400, 403, 404, 409, 422, 500] {
            let error = try await ConnectlyBench.refusal(.refusal(status, code))
            #expect(error.caseName == name)
            #expect(error.code?.rawValue == code)
            #expect(error.status == status)
        }
        #expect(ConnectlyErrorCode.known.map(\.rawValue).contains(code))
    }

    @Test(
        "where the code says nothing the status decides",
        arguments: [
            (400, "badRequest"), (401, "authentication"), (403, "forbidden"), (404, "notFound"), (409, "conflict"),
            (429, "rateLimited"), (500, "server"), (502, "server"), (599, "server"), (418, "unrecognized"),
            (302, "unrecognized"),
        ]
    )
    func statuses(status: Int, name: String) async throws {
        let answers = [
            StubAnswer.refusal(status, "ERROR_CODE_UNSPECIFIED"), .refusal(status, "ERROR_CODE_NOBODY_KNOWS"),
            .status(status), .page(status), .json(status, #"{"code":3,"message":"m","details":[]}"#),
        ]
        for answer in answers { #expect(try await ConnectlyBench.refusal(answer).caseName == name) }
    }

    @Test("Connectly's own body: message, type, code, what can be shown, trace id and details")
    func ownBody() async throws {
        let error = try await ConnectlyBench.refusal(.refusal(400, "ERROR_CODE_MESSAGE_TEXT_EMPTY"))
        #expect(error.message == "No.")
        #expect(error.type == .invalidRequest)
        #expect(error.code == .messageTextEmpty)
        #expect(error.userTitle == "Title")
        #expect(error.userMessage == "Quote cnct_trace_id")
        #expect(error.traceID == "11824978358485860716")
        #expect(error.report.details == [:])
    }

    @Test("the gateway's body: the code a number, the details a list")
    func gatewayBody() async throws {
        let body = #"{"code":3,"message":"invalid argument","details":[{"@type":"x","reason":"y"}]}"#
        let error = try await ConnectlyBench.refusal(.json(400, body))
        #expect(error.caseName == "badRequest")
        #expect(error.code?.rawValue == "3")
        #expect(error.message == "invalid argument")
        #expect(error.report.details?[0]?["reason"] == "y")
        #expect(error.type == nil)
        #expect(error.traceID == nil)
    }

    @Test(
        "oddity 5: trace ids are text, all digits kept, also beyond Int64 and UInt64",
        arguments: ["11824978358485860716", "9223372036854775808", "18446744073709551615", "99999999999999999999", "0"]
    )
    func traceID(digits: String) async throws {
        let error = try await ConnectlyBench.refusal(.json(500, #"{"message":"m","cntTraceId":"\#(digits)"}"#))
        #expect(error.traceID == digits)
    }

    @Test("a word of `type` that nobody knows is kept")
    func unknownType() async throws {
        let error = try await ConnectlyBench.refusal(.json(400, #"{"type":"ERROR_TYPE_RATE_LIMIT"}"#))
        #expect(error.type?.rawValue == "ERROR_TYPE_RATE_LIMIT")
        #expect(error.message == "HTTP 400")
    }

    @Test(
        "without a message the sentence for people stands in",
        arguments: [
            (#"{"message":"a","userTitle":"b","userMessage":"c"}"#, "a"),
            (#"{"userTitle":"b","userMessage":"c"}"#, "b"),
            (#"{"message":"","userMessage":"c"}"#, "c"), ("{}", "HTTP 400"),
        ]
    )
    func messages(body: String, expected: String) async throws {
        #expect(try await ConnectlyBench.refusal(.json(400, body)).message == expected)
    }

    @Test(
        "bodies that are empty, no JSON or of any other shape never fail to be read",
        arguments: [
            "", " ", "null", "[]", "7", "{", "\u{FF}", "<html></html>", #""text""#,
            #"{"message":5,"type":{},"code":{},"userTitle":[],"userMessage":1,"cntTraceId":{},"details":"x"}"#,
            #"{"message":null,"type":null,"code":null,"cntTraceId":null,"details":null}"#,
        ]
    )
    func oddBodies(body: String) async throws {
        for status in [404, 502] {
            let error = try await ConnectlyBench.refusal(.json(status, body))
            #expect(error.caseName == (status == 404 ? "notFound" : "server"))
            #expect(error.message == "HTTP \(status)")
            #expect(error.code == nil)
            #expect(error.traceID == nil)
            #expect(error.userTitle == nil)
        }
    }

    @Test("a page of a proxy is kept as text")
    func page() async throws {
        let error = try await ConnectlyBench.refusal(.page(502))
        #expect(error.http?.text == "<html><h1>Sorry</h1></html>")
        #expect(error.message == "HTTP 502")
    }

    @Test("errors of the client itself have neither code nor trace id")
    func ownErrors() async throws {
        for answer in [StubAnswer.reset, .refused, .json(200, "{}"), .page(200)] {
            let error = try await ConnectlyBench.refusal(answer)
            #expect(error.caseName == "runtime")
            #expect(error.code == nil)
            #expect(error.type == nil)
            #expect(error.traceID == nil)
        }
    }

    @Test("F20 a success that is no JSON was accepted: it must not be sent again")
    func acceptedPage() async throws {
        let error = try await ConnectlyBench.refusal(.page(200))
        guard case .undecodable(let failure) = error else { throw Unexpected(error) }
        #expect(error.delivery == .accepted)
        #expect(failure.details.excerpt == "<html><h1>Sorry</h1></html>")
    }
}
