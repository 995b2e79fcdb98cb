import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Refusals in the body of a 2xx: which bodies are some, what is known of the work, and what is sent again.
@Suite struct RefusalRuleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: RefusalRule
        let refused: [String]
        let accepted: [String]

        var testDescription: String { "\(rule.place.text) \(rule.sign)" }
    }

    static let rows = [
        Row(
            rule: RefusalRule(at: "success", .equal([false])),
            refused: [#"{"success":false}"#, #" {"a":[1,{"success":true}],"success":false} "#],
            accepted: [#"{"success":true}"#, #"{"success":"false"}"#, #"{"success":null}"#, "{}", "[]", "null", "7"]
        ),
        Row(
            rule: RefusalRule(at: "meta.status", .equal(["error", "failed"])),
            refused: [#"{"meta":{"status":"failed"}}"#],
            accepted: [#"{"meta":{"status":"Error"}}"#, #"{"meta":"error"}"#, #"{"status":"error"}"#]
        ),
        Row(
            rule: RefusalRule(at: "code", .other([0, "ok"])),
            refused: [#"{"code":7}"#, #"{"code":"0"}"#, #"{"code":false}"#],
            accepted: [#"{"code":0}"#, #"{"code":0.0}"#, #"{"code":"ok"}"#, #"{"code":null}"#, "{}"]
        ),
        Row(
            rule: RefusalRule(at: "errors", .present),
            refused: [#"{"errors":["x"]}"#, #"{"errors":true}"#, #"{"errors":{"a":1}}"#, #"{"errors":0}"#],
            accepted: [
                #"{"errors":[]}"#, #"{"errors":""}"#, #"{"errors":{}}"#, #"{"errors":false}"#, #"{"errors":null}"#,
                "{}",
            ]
        ),
        Row(
            rule: RefusalRule(at: "errors.0.code", .present),
            refused: [#"{"errors":[{"code":"x"}]}"#],
            accepted: [#"{"errors":[]}"#, #"{"errors":[{}]}"#]
        ),
    ]

    @Test("bodies that refuse, and bodies that do not", arguments: rows)
    func verdicts(row: Row) throws {
        for body in row.refused {
            #expect(row.rule.verdict(on: Array(body.utf8)) == .refused, "\(body)")
            #expect(row.rule.refuses(try JSONValue(parsing: Array(body.utf8))))
        }
        for body in row.accepted {
            #expect(row.rule.verdict(on: Array(body.utf8)) == .accepted, "\(body)")
            #expect(!row.rule.refuses(try JSONValue(parsing: Array(body.utf8))))
        }
        for body in ["", " ", "<html>", #"{"success":false"#, #"{"code":7}x"#] {
            #expect(row.rule.verdict(on: Array(body.utf8)) == .unclear, "\(body)")
        }
    }

    // MARK: - Calls

    private static let definition = ClientDefinition(
        api: "sample",
        authentication: Authentication(headers: ["Authorization": "Bearer {apiKey}"]),
        envelope: "data",
        retry: RetryPlan.walinko,
        errors: ErrorPaths(
            message: ["message"],
            code: ["error_code"],
            refusal: RefusalRule(at: "success", .equal([false]), statuses: ["slow": 429, "broken": 500, "gone": 410])
        )
    )

    private static func refused(_ code: String?) -> StubAnswer {
        let code = code.map { #","error_code":"\#($0)""# } ?? ""
        return .json(200, #"{"success":false,"message":"No."\#(code)}"#)
    }

    private func failure(
        _ answers: [StubAnswer],
        _ resend: ResendPolicy = .keyed
    ) async throws -> (report: FailureReport, requests: Int) {
        let exchange = try SampleExchange(answers, definition: Self.definition)
        return (try await exchange.failure(of: Sample.send(resend: resend)), exchange.transport.requests.count)
    }

    @Test("R02 a refusal without a known code is final, and nothing was carried out", arguments: ResendPolicy.allCases)
    func unknownCode(resend: ResendPolicy) async throws {
        for code in [nil, "odd"] {
            let (report, requests) = try await failure([Self.refused(code), .sent], resend)
            guard case .answered = report.kind else { throw UnexpectedSuccess() }
            #expect(requests == 1 && report.attempts == 1)
            #expect(report.delivery == .rejected)
            #expect(report.status == 200 && report.sortingStatus == 200)
            #expect(report.code == code && report.message == "No.")
        }
    }

    @Test("R02 a code that stands for a status decides as that status does")
    func knownCodes() async throws {
        for resend in ResendPolicy.allCases {
            let slow = try SampleExchange([Self.refused("slow"), .sent], definition: Self.definition)
            #expect(try await slow.client.send(Sample.send(resend: resend)).http.attempts == 2)
        }
        let keyed = try SampleExchange([Self.refused("broken"), .sent], definition: Self.definition)
        #expect(try await keyed.client.send(Sample.send()).http.attempts == 2)
        let keys = Set(keyed.transport.requests.map { $0.header("Idempotency-Key") })
        #expect(keys.count == 1)
        let (unkeyed, requests) = try await failure([Self.refused("broken"), .sent], .never)
        #expect(requests == 1 && unkeyed.delivery == .unknown && unkeyed.sortingStatus == 500)
        let (gone, once) = try await failure([Self.refused("gone"), .sent])
        #expect(once == 1 && gone.delivery == .rejected && gone.sortingStatus == 410 && gone.status == 200)
    }

    @Test("R02 what an attempt before may have done stays unknown")
    func afterUnknown() async throws {
        let (report, requests) = try await failure([.network(.unknown), Self.refused("odd")])
        #expect(requests == 2 && report.delivery == .unknown)
    }

    @Test("R02 a 2xx that cannot be read may have refused: one attempt, unknown", arguments: ResendPolicy.allCases)
    func broken(resend: ResendPolicy) async throws {
        let answers: [StubAnswer] = [
            .bytes(200, Array("<html>".utf8)), .json(200, #"{"success":fal"#), .status(200),
            Self.refused(nil).brokenOff(after: 8, reason: .reset),
        ]
        for answer in answers {
            let (report, requests) = try await failure([answer, .sent], resend)
            #expect(requests == 1 && report.delivery == .unknown, "\(report)")
        }
        let (read, _) = try await failure([.json(200, #"{"success":true,"data":7}"#), .sent], resend)
        #expect(read.delivery == .accepted)
    }

    @Test("where nothing is answered the body is looked at all the same, and none is fine")
    func nothing() async throws {
        let good = [StubAnswer.status(204), .json(200, #"{"success":true}"#), .json(200, "[]")]
        for answer in good {
            let exchange = try SampleExchange([answer], definition: Self.definition)
            _ = try await exchange.client.send(Sample.deliver())
        }
        let refused = try SampleExchange([Self.refused("gone")], definition: Self.definition)
        #expect(try await refused.failure(of: Sample.deliver()).code == "gone")
        let page = try SampleExchange([.bytes(200, Array("<html>".utf8))], definition: Self.definition)
        let report = try await page.failure(of: Sample.deliver())
        guard case .undecodable = report.kind else { throw UnexpectedSuccess() }
        #expect(report.delivery == .unknown)
    }

    @Test("a kept request that is sent again is refused alike")
    func resent() async throws {
        let exchange = try SampleExchange([Self.refused("gone")], definition: Self.definition)
        let filled = try exchange.client.core.fill(Sample.send())
        await #expect(throws: FailureReport.self) {
            try await exchange.client.core.resend(filled, allowsDuplicate: false, options: CallOptions())
        }
    }
}
