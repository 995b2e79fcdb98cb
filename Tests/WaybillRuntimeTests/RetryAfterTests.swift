import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct RetryAfterTests {
    /// The moment of the examples in RFC 9110: Sun, 06 Nov 1994 08:49:37 GMT.
    private static let now = Duration.seconds(784_111_777)

    @Test(
        "A01 usable values",
        arguments: [
            ("0", 0), ("1", 1), ("007", 7), (" 12 ", 12), ("\t12", 12), ("120", 120),
            ("99999999999999999999", 1_000_000_000), ("9223372036854775807", 1_000_000_000),
            (String(repeating: "9", count: 10_000), 1_000_000_000),
            ("Sun, 06 Nov 1994 08:49:47 GMT", 10),
            ("Sunday, 06-Nov-94 08:49:47 GMT", 10),
            ("Sun Nov  6 08:49:47 1994", 10),
            ("Wed Nov 16 08:49:37 1994", 864_000),
            ("Sun, 06 Nov 1994 08:49:27 GMT", 0),
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Fri, 31 Dec 9999 23:59:59 GMT", 1_000_000_000),
            ("Sun, 06 Nov 1994 08:49:60 GMT", 23),
            ("Mon, 06 Nov 1994 08:49:47 GMT", 10),
            ("Tue, 29 Feb 2000 00:00:00 GMT", 167_670_623),
        ]
    )
    func usable(text: String, seconds: Int) {
        #expect(RetryAfter.parse(text, now: Self.now) == .seconds(seconds))
    }

    @Test(
        "A01 unusable values",
        arguments: [
            "", "   ", "-1", "+12", "1.5", "1e3", "0x10", "12s", "12, 30", "abc", "Infinity", "NaN", "null", "٣", "１２",
            "1 2", "Sun, 06 Nov 1994 08:49:47 +0000", "Sun, 06 Nov 1994 08:49:47 PST", "Sun, 06 Nov 1994 08:49:47 gmt",
            "Sun, 31 Feb 1995 00:00:00 GMT", "Sun, 29 Feb 1900 00:00:00 GMT", "Sun, 06 Nov 1994 24:49:47 GMT",
            "Sun, 06 Nov 1994 08:60:47 GMT", "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 08:49",
            "Sun, 00 Nov 1994 08:49:47 GMT", "Sun, 6 Nov 1994 08:49:47 GMT", "Sun, 06 Nov 1994 08:49:47 GMT x",
            "Xyz, 06 Nov 1994 08:49:47 GMT", "Sun Nov 6 08:49:47 1994",
        ]
    )
    func unusable(text: String) {
        #expect(RetryAfter.parse(text, now: Self.now) == nil)
    }

    @Test("A01 an absent field is none")
    func absent() {
        #expect(RetryAfter.parse(nil, now: Self.now) == nil)
    }

    @Test("A01 a year of two digits lies at most 50 years ahead")
    func century() {
        let inJuly2026 = Duration.seconds(1_782_864_000)
        let ahead = RetryAfter.parse("Friday, 01-Jul-50 00:00:00 GMT", now: inJuly2026)
        #expect(ahead == .seconds(2_540_246_400 - 1_782_864_000))
        #expect(RetryAfter.parse("Sunday, 06-Nov-94 08:49:37 GMT", now: inJuly2026) == .zero)
    }

    @Test("A01 extreme clocks do not trap", arguments: [Int64.min, -1, 0, Int64.max])
    func clocks(seconds: Int64) {
        let wait = RetryAfter.parse("Sunday, 06-Nov-94 08:49:37 GMT", now: .seconds(seconds))
        #expect(wait.map { $0 >= .zero && $0 <= RetryAfter.longest } == true)
    }

    @Test("A01, B04 waits are capped, exactly or with jitter on top")
    func capped() {
        let exact = RetryAfterRule(statuses: [429], cap: .seconds(60), jitter: .none)
        let spread = RetryAfterRule(statuses: [429], cap: .seconds(60), jitter: .standard)
        for asked in [61, 120, 1_000_000_000] {
            #expect(exact.delay(asked: .seconds(asked), backoff: .seconds(3), spread: 0.9) == .seconds(60))
            let wait = spread.delay(asked: .seconds(asked), backoff: .seconds(3), spread: 0.5)
            #expect(wait >= .seconds(60) && wait <= .seconds(61))
        }
        #expect(exact.delay(asked: .zero, backoff: .seconds(3), spread: 0.9) == .zero)
        #expect(spread.delay(asked: .zero, backoff: .seconds(3), spread: 0.9) == .seconds(3))
        #expect(spread.delay(asked: .seconds(4), backoff: .zero, spread: 0.5) == .milliseconds(4_200))
    }

    @Test("B05 a thousand clients come back over at least 0.9 s")
    func herd() {
        let rule = RetryPlan.standard.retryAfter
        var generator = SystemRandomNumberGenerator()
        let waits = (0..<1_000).compactMap { _ in
            rule?.delay(asked: .seconds(10), backoff: .zero, spread: Double(generator.next() >> 11) * 0x1p-53).inSeconds
        }
        #expect(waits.count == 1_000)
        #expect((waits.max() ?? 0) - (waits.min() ?? 0) >= 0.9)
    }

    @Test("A03 a date is relative to the answer's own, so that a wrong clock here does not matter")
    func answersOwnDate() async throws {
        let headers = fields([
            "Retry-After": "Sun, 06 Nov 1994 08:49:47 GMT", "Date": "Sun, 06 Nov 1994 08:49:37 GMT",
        ])
        let exchange = try SampleExchange([.json(429, "{}", headers: headers)])
        let report = try await exchange.failure(of: Sample.fetch(), options: CallOptions(maxAttempts: 1))
        #expect(report.retryAfter == .seconds(10))
    }
}
