import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct WebhookTimestampTests {
    private let body = Array("{}".utf8)

    /// The verdict on a right signature over a timestamp that is any text.
    private func verdict(_ timestamp: String, _ sample: WebhookSample, now: Duration = .seconds(1_750_000_000)) throws
        -> String
    {
        let clock = ManualClock(now: now)
        let verifier = try sample.verifier(WebhookConfiguration(clock: clock.runtime))
        let headers = try sample.headers(sample.signature(body, timestamp: timestamp), timestamp: timestamp)
        return verifier.verdict(body, headers)
    }

    @Test("W20 300 seconds in either direction are accepted, 301 are not", arguments: WebhookSample.timestamped)
    func window(_ sample: WebhookSample) throws {
        for offset in [0, 1, -1, 299, -299, 300, -300] {
            #expect(try verdict("\(1_750_000_000 + offset)", sample) == "accepted", "\(offset)")
        }
        for offset in [301, -301, 3_600, -3_600, 86_400_000, -86_400_000] {
            #expect(try verdict("\(1_750_000_000 + offset)", sample) == "refused", "\(offset)")
        }
        // Whole seconds of the clock count.
        #expect(try verdict("1749999700", sample, now: .milliseconds(1_750_000_000_999)) == "accepted")
    }

    @Test(
        "W20 Texts that are no timestamp, or an absurd one, signed right all the same",
        arguments: WebhookSample.timestamped
    )
    func absurd(_ sample: WebhookSample) throws {
        let texts = [
            "0", "-1", "\(Int64.min)", "\(Int64.max)", "9223372036854775808", "18446744073709551615",
            "99999999999999999999", String(repeating: "9", count: 4_000), "1e9", "1700000000.5", "+1750000000",
            "-1750000000", "１７５００００００００", "1750000000000", "1750000000 ", "175000000O", "0x684ee180", "1750000000.0",
            "1_750_000_000", "1750000000\u{301}", "", "Sun, 15 Jun 2025 15:06:40 GMT",
        ]
        for text in texts where !(sample.scheme.separator == .space && text.hasSuffix(" ")) {
            #expect(try verdict(text, sample) == "refused", "\(text)")
        }
        for now in [Duration.zero, .seconds(Int64.max), .seconds(Int64.min), .seconds(-1)] {
            #expect(try verdict("1750000000", sample, now: now) == "refused")
            #expect(try verdict("\(Int64.max)", sample, now: now) == (now > .seconds(1) ? "accepted" : "refused"))
        }
    }

    @Test("W20 A leading zero is signed as it was sent", arguments: WebhookSample.timestamped)
    func leadingZero(_ sample: WebhookSample) throws {
        #expect(try verdict("01750000000", sample) == "accepted")
        let verifier = try sample.verifier()
        let plain = try sample.signature(body, timestamp: "1750000000")
        #expect(verifier.verdict(body, sample.headers(plain, timestamp: "01750000000")) == "refused")
        let padded = try sample.signature(body, timestamp: "01750000000")
        #expect(verifier.verdict(body, sample.headers(padded, timestamp: "1750000000")) == "refused")
    }

    @Test("W20 Another timestamp than the signed one is refused", arguments: WebhookSample.timestamped)
    func otherTime(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let headers = try sample.headers(sample.signature(body, timestamp: "1750000000"), timestamp: "1750000001")
        #expect(verifier.verdict(body, headers) == "refused")
    }

    @Test("W20 An id cannot take in what follows it")
    func closedID() throws {
        let sample = WebhookSample.standard
        let verifier = try sample.verifier()
        let inner = Array("1750000000.{}".utf8)
        // The same signed bytes, cut at other dots.
        let signature = try sample.signature(inner, timestamp: "1750000000", id: "msg")
        #expect(verifier.verdict(inner, sample.headers(signature, id: "msg")) == "accepted")
        #expect(verifier.verdict(body, sample.headers(signature, id: "msg.1750000000")) == "refused")
        #expect(sample.scheme.signature(secret: sample.secrets[0], body: body, timestamp: "1", id: "a.b") == nil)
        #expect(sample.scheme.signature(secret: sample.secrets[0], body: body, timestamp: "1", id: "") == nil)
    }

    @Test("W21 A window of nothing or less is refused when the webhook is made", arguments: WebhookSample.timestamped)
    func tolerance(_ sample: WebhookSample) throws {
        // Not a number cannot be said with a Duration.
        for tolerance in [Duration.zero, .seconds(-1), .nanoseconds(-1), .seconds(Int64.min)] {
            let error = #expect(throws: ConfigurationError.self) {
                try sample.verifier(WebhookConfiguration(tolerance: tolerance))
            }
            #expect(error?.option == "configuration.tolerance")
        }
        #expect(try sample.verifier().tolerance == .seconds(300))
        let narrow = try sample.verifier(WebhookConfiguration(tolerance: .seconds(2), clock: sample.clock))
        let wide = try sample.verifier(WebhookConfiguration(tolerance: .seconds(Int64.max), clock: sample.clock))
        for (offset, isNarrow) in [(0, true), (2, true), (3, false), (-2, true), (-3, false), (-1_750_000_000, false)] {
            let timestamp = "\(1_750_000_000 + offset)"
            let headers = try sample.headers(sample.signature(body, timestamp: timestamp), timestamp: timestamp)
            #expect(narrow.verdict(body, headers) == (isNarrow ? "accepted" : "refused"))
            #expect(wide.verdict(body, headers) == "accepted")
        }
    }

    @Test(
        "W21 A tolerance where no timestamp is signed protects nothing, and is refused",
        arguments: [WebhookSample.connectly, .simpu, .github]
    )
    func untimed(_ sample: WebhookSample) throws {
        #expect(try sample.verifier().tolerance == nil)
        #expect(throws: ConfigurationError.self) { try sample.verifier(WebhookConfiguration(tolerance: .seconds(300))) }
    }

    @Test("A webhook signs for tests at any time, and makes ids where they are due", arguments: WebhookSample.all)
    func signing(_ sample: WebhookSample) throws {
        let verifier = try sample.verifier()
        let late = Date(timeIntervalSince1970: 1_750_000_301)
        #expect(verifier.verdict(body, verifier.sign(body: body)) == "accepted")
        let isTimed = sample.scheme.timestamp != nil
        #expect(verifier.verdict(body, verifier.sign(body: body, now: late)) == (isTimed ? "refused" : "accepted"))
        #expect(
            verifier.verdict(body, verifier.sign(body: body, now: Date(timeIntervalSince1970: .infinity)))
                == (isTimed ? "refused" : "accepted")
        )
        let fields = verifier.sign(body: body, id: "msg_7", now: Date(timeIntervalSince1970: 1_750_000_000.9))
        #expect(fields == sample.headers(try sample.signature(body, id: "msg_7"), id: "msg_7").filtered(to: fields))
    }
}

extension HTTPFields {
    /// Only the fields that another list has.
    fileprivate func filtered(to others: HTTPFields) -> HTTPFields {
        var fields = HTTPFields()
        for field in others { fields[field.name] = self[field.name] }
        return fields
    }
}
