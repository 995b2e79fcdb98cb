import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct RateFieldsTests {
    private static let now = Duration.seconds(1_750_000_000)

    private func read(_ names: RateLimitNames, _ headers: KeyValuePairs<String, String>) -> [RateLimit] {
        RateFields(names).read(fields(headers), now: Self.now)
    }

    private static func date(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }

    @Test(
        "the moment at which a window begins anew, in each of its forms",
        arguments: [
            (.seconds, "60", 60), (.seconds, "1.5", 1.5), (.seconds, "0", 0), (.seconds, "-1", nil),
            (.seconds, "soon", nil),
            (.epoch, "1750000060", 60), (.epoch, "1750000060000", 60), (.epoch, "1749999999", 0), (.epoch, "", nil),
            (.timestamp, "2025-06-15T15:07:40Z", 60), (.timestamp, "2025-06-15", nil),
            (.date, "Sun, 15 Jun 2025 15:07:40 GMT", 60), (.date, "2025-06-15T15:07:40Z", nil),
            (.seconds, "99999999999999999999", 1_000_000_000),
        ] as [(RateReset.Form, String, Double?)]
    )
    func reset(form: RateReset.Form, text: String, seconds: Double?) {
        let names = RateLimitNames(limit: "L", reset: RateReset("R", form))
        let expected = RateLimit(limit: 5, resetsAt: seconds.map { Self.date(1_750_000_000 + $0) })
        #expect(read(names, ["l": "5", "r": text]) == [expected])
    }

    @Test("a moment counts from the answer's own date")
    func ownDate() {
        let names = RateLimitNames(reset: RateReset("R", .epoch))
        let headers: KeyValuePairs = ["R": "1750000060", "Date": "Sun, 15 Jun 2025 15:07:30 GMT"]
        #expect(read(names, headers) == [RateLimit(resetsAt: Self.date(1_750_000_010))])
    }

    @Test("several windows stand in the API's order; the one with the least left is the one to look at")
    func windows() {
        let names = RateLimitNames(
            limit: "L",
            remaining: "M",
            windows: [
                RateWindowNames("day", limit: "DL", remaining: "DM"), RateWindowNames("week", remaining: "WM"),
                RateWindowNames("month", remaining: "MM"),
            ]
        )
        let windows = read(names, ["L": "30", "M": "29", "DL": "1000", "DM": "3", "MM": "3"])
        #expect(
            windows == [
                RateLimit(limit: 30, remaining: 29), RateLimit(limit: 1000, remaining: 3, name: "day"),
                RateLimit(remaining: 3, name: "month"),
            ]
        )
        #expect(RateFields.tightest(windows)?.name == "day")
        #expect(RateFields.tightest([RateLimit(limit: 1, name: "a"), RateLimit(limit: 2, name: "b")])?.name == "a")
        #expect(RateFields.tightest([]) == nil)
    }

    /// The examples of draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4.
    @Test("the standard fields: policy and limit by the name of the window")
    func standard() {
        let names = RateLimitNames(isStandard: true)
        let headers: KeyValuePairs = [
            "RateLimit-Policy": #""burst";q=100;w=60,"daily";q=1000;w=86400"#, "RateLimit": #""burst";r=50;t=30"#,
        ]
        #expect(
            read(names, headers) == [
                RateLimit(
                    limit: 100,
                    remaining: 50,
                    name: "burst",
                    resetsAt: Self.date(1_750_000_030),
                    window: .seconds(60)
                ), RateLimit(limit: 1000, name: "daily", window: .seconds(86_400)),
            ]
        )
        let pooled = #""default";r=999;pk=:dHJpYWwxMjEzMjM=:"#
        #expect(read(names, ["RateLimit": pooled]) == [RateLimit(remaining: 999, name: "default")])
        #expect(
            read(names, ["RateLimit-Policy": #""peruser";q=65535;qu="content-bytes";w=10;pk=:sdfjLJUOUH==:"#])
                == [RateLimit(limit: 65_535, name: "peruser", window: .seconds(10))]
        )
        #expect(read(RateLimitNames(), headers).isEmpty)
    }

    @Test(
        "A05 a field that is no list of texts says nothing",
        arguments: [
            "limit=100, remaining=50", "\"a\";r=1,", "\"a\";r", "\"a;r=1", "(\"a\");r=1", "\"a\";r=-1", "\"a\";r=1.5",
            "\"a\";r=1 \"b\";r=2", "\"é\";r=1", "\"a\";R=1", "\"a\";r=1234567890123456", "5;r=1", "",
        ]
    )
    func broken(text: String) {
        #expect(read(RateLimitNames(isStandard: true), ["RateLimit": text]).isEmpty)
    }

    @Test("texts, tokens and parameters of any type are read as RFC 9651 has them")
    func items() throws {
        let text = #""a \"b\" \\";x=-7; y="t" ;z , tok/en:1;a=?0;b=@1659578233;c=1.5;d=:aGk=:;e=*t"#
        #expect(StructuredItem.list(#""a";y="t" ;z"#) == nil)
        let items = try #require(StructuredItem.list(text.replacing(" ;z", with: ";z")))
        #expect(items.map(\.text) == [#"a "b" \"#, "tok/en:1"])
        #expect(items[0].parameters.map(\.value) == [.integer(-7), .text("t"), .other("?1")])
        #expect(
            items[1].parameters.map(\.value) == [
                .other("?0"), .other("@1659578233"), .other("1.5"), .other("aGk="), .text("*t"),
            ]
        )
    }
}
