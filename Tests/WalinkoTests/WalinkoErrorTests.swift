import TestSupport
import Testing
import Walinko
import WaybillTesting

/// Which case each refusal of the server becomes.
@Suite struct WalinkoErrorTests {
    /// A row of the vendor's table, and the case that it becomes here.
    struct Row: Sendable, CustomTestStringConvertible {
        let status: Int
        let code: String
        let name: String

        var testDescription: String { "\(status) \(code)" }
    }

    static let rows = [
        Row(status: 400, code: "bad_request", name: "badRequest"),
        Row(status: 400, code: "variant_out_of_range", name: "badRequest"),
        Row(status: 401, code: "invalid_api_key", name: "authentication"),
        Row(status: 403, code: "tenant_suspended", name: "tenantSuspended"),
        Row(status: 403, code: "quota_exceeded", name: "quotaExceeded"),
        Row(status: 404, code: "device_not_found", name: "notFound"),
        Row(status: 404, code: "template_not_found", name: "notFound"),
        Row(status: 404, code: "delivery_not_found", name: "notFound"),
        Row(status: 409, code: "device_disconnected", name: "deviceDisconnected"),
        Row(status: 409, code: "idempotency_conflict", name: "idempotencyConflict"),
        Row(status: 422, code: "phone_not_on_whatsapp", name: "validation"),
        Row(status: 422, code: "validation_error", name: "validation"),
        Row(status: 429, code: "rate_limited", name: "rateLimited"),
        Row(status: 500, code: "send_failed", name: "server"),
        Row(status: 500, code: "queue_failed", name: "server"),
        Row(status: 500, code: "internal_error", name: "server"),
        Row(status: 504, code: "send_timeout", name: "serverTimeout"),
    ]

    /// The error of a send that is answered once, and of its case the name.
    private func refusal(_ answer: StubAnswer) async throws -> (error: WalinkoError, name: String) {
        let bench = try WalinkoBench(answer, configuration: .init(retry: .never))
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        return (error, error.caseName)
    }

    @Test("each row of the table of codes -> its class, with http_status, error_code, request_id", arguments: rows)
    func codes(row: Row) async throws {
        let (error, name) = try await refusal(
            .refusal(row.status, row.code, message: "Said so.", headers: .pairs(["X-Request-Id": "req_9"]))
        )
        #expect(name == row.name)
        #expect(error.status == row.status)
        #expect(error.code?.rawValue == row.code)
        #expect(error.message == "Said so.")
        #expect(error.http?.requestID == "req_9")
        #expect(error.attempts == 1)
    }

    @Test("every code of the table has its word, in the table's order")
    func words() {
        #expect(WalinkoErrorCode.known.map(\.rawValue) == Self.rows.map(\.code))
    }

    @Test(
        "mapping by bare status: 400 401 403 404 409 422 429 500 503 504; 418 -> unrecognized",
        arguments: [
            (400, "badRequest"), (401, "authentication"), (403, "forbidden"), (404, "notFound"), (409, "conflict"),
            (422, "validation"), (429, "rateLimited"), (500, "server"), (501, "server"), (503, "server"),
            (504, "serverTimeout"), (599, "server"), (402, "unrecognized"), (405, "unrecognized"),
            (418, "unrecognized"), (301, "unrecognized"), (499, "unrecognized"),
        ]
    )
    func statuses(status: Int, expected: String) async throws {
        let (error, name) = try await refusal(.status(status))
        #expect(name == expected)
        #expect(error.status == status)
        #expect(error.code == nil)
        #expect(error.http?.status == status)
    }

    @Test(
        "the four codes of their own win over any status",
        arguments: ["tenant_suspended", "quota_exceeded", "device_disconnected", "idempotency_conflict"]
    )
    func codeWins(code: String) async throws {
        let expected = Self.rows.first { $0.code == code }?.name
        for status in [400, 401, 403, 409, 418, 422, 500] {
            #expect(try await refusal(.refusal(status, code)).name == expected)
        }
    }

    @Test("a code that nobody knows is kept as it came, and the status decides")
    func unknownCode() async throws {
        let (error, name) = try await refusal(.refusal(409, "planet_misaligned"))
        #expect(name == "conflict")
        #expect(error.code?.rawValue == "planet_misaligned")
        #expect(error.code.map { WalinkoErrorCode.known.contains($0) } == false)
    }

    @Test("non-JSON error body -> `HTTP <n>` message, the page kept as text", arguments: [404, 502, 503, 418])
    func htmlBody(status: Int) async throws {
        let (error, _) = try await refusal(.page(status))
        #expect(error.message == "HTTP \(status)")
        #expect(error.code == nil)
        #expect(error.report.details == nil)
        #expect(error.http?.text == "<html><h1>Sorry</h1></html>")
        #expect(error.http?.json == nil)
    }

    @Test(
        "error bodies of any other shape never fail to be read",
        arguments: [
            "null", "[]", "7", "{}", #"{"message":5,"error_code":{},"details":"x"}"#, "{", "\u{FF}",
            #"{"message":null}"#,
        ]
    )
    func oddBodies(body: String) async throws {
        let (error, name) = try await refusal(.json(422, body))
        #expect(name == "validation")
        #expect(error.message == "HTTP 422")
    }

    @Test("debug string holds class, status, code, request id and message")
    func description() async throws {
        let (error, _) = try await refusal(
            .refusal(409, "device_disconnected", message: "Device is away.", headers: .pairs(["X-Request-Id": "req_7"]))
        )
        for text in ["walinko", "messages.send", "409", "device_disconnected", "req_7", "Device is away.", "rejected"] {
            #expect("\(error)".contains(text))
        }
    }

    @Test("connection error is under the root error: one catch for all, across clients")
    func root() async throws {
        for answer in [StubAnswer.refused, .reset, .status(503), .refusal(422, "validation_error"), .page(200)] {
            let bench = try WalinkoBench(answer, configuration: .init(retry: .never))
            do {
                _ = try await bench.send()
                Issue.record("nothing was thrown")
            } catch let error as any APIError {
                #expect(!error.message.isEmpty)
            }
        }
    }

    @Test(
        "a redirect is an error with status and target host, and is not followed (F28)",
        arguments: [301, 302, 303, 307, 308]
    )
    func redirect(status: Int) async throws {
        let location = "https://user:pass@elsewhere.example/secret?token=1"
        let bench = try WalinkoBench(.status(status, headers: .pairs(["Location": location])), .sent)
        let error = try await #require(throws: WalinkoError.self) { try await bench.send() }
        #expect(error.caseName == "unrecognized")
        #expect(bench.requests.count == 1)
        #expect("\(error)".contains("\(status)"))
        #expect("\(error)".contains("elsewhere.example"))
        #expect(!"\(error)".contains("token"))
        #expect(!"\(error)".contains("pass"))
        #expect(error.delivery == .unknown)
        #expect(error.http?.header("Location") == location)
    }
}
