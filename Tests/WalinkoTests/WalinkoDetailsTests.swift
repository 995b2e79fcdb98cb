import TestSupport
import Testing
import Walinko
import WaybillTesting

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// What an error says beyond its code: typed details, and the server's wait.
@Suite struct WalinkoDetailsTests {
    private func error(_ answer: StubAnswer) async throws -> WalinkoError {
        let bench = try WalinkoBench(answer, configuration: .init(retry: .never))
        return try await #require(throws: WalinkoError.self) { try await bench.send() }
    }

    private func validation(details: String?) async throws -> WalinkoError.Failure<ValidationDetails?> {
        let error = try await error(.refusal(422, "validation_error", details: details))
        guard case .validation(let failure) = error else { throw Unexpected(error) }
        return failure
    }

    @Test("validation fields parsed")
    func fields() async throws {
        let failure = try await validation(
            details:
                #"{"fields":{"phone":["must match pattern","must not be empty"],"device_id":["must be a number"]}}"#
        )
        #expect(failure.details?.fields["phone"] == ["must match pattern", "must not be empty"])
        #expect(failure.details?.fields["device_id"] == ["must be a number"])
        #expect(failure.details?.fields["template_id"] == nil)
        #expect(failure.code == .validationError)
    }

    @Test("one odd field does not spoil the others")
    func oddField() async throws {
        let failure = try await validation(
            details: #"{"fields":{"device_id":7,"phone":["must not be empty"],"a":[1]}}"#
        )
        #expect(failure.details?.fields == ["phone": ["must not be empty"], "a": []])
        #expect(failure.details?.extra["fields"]?["device_id"] == 7)
    }

    @Test("empty map when details are missing", arguments: [nil, "null", "{}", #"{"fields":{}}"#, #"{"fields":null}"#])
    func noFields(details: String?) async throws {
        #expect(try await validation(details: details).details?.fields ?? [:] == [:])
    }

    @Test(
        "malformed entries do not hide the error",
        arguments: [#"{"fields":"x"}"#, #"{"fields":{"phone":7}}"#, "[1]", "7"]
    )
    func malformedFields(details: String) async throws {
        let failure = try await validation(details: details)
        #expect(failure.details?.fields ?? [:] == [:])
        #expect(failure.report.details != nil)
    }

    @Test("quota_exceeded: kind of the limit and moment of the reset")
    func quota() async throws {
        let details = #"{"limit_type":"monthly","resets_at":"2026-06-01T00:00:00Z"}"#
        let error = try await error(.refusal(403, "quota_exceeded", details: details))
        guard case .quotaExceeded(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details?.limitType == .monthly)
        #expect(failure.details?.resetsAt?.timeIntervalSince1970 == 1_780_272_000)
    }

    @Test("quota_exceeded: an unknown kind is kept, a bad date is nil and stays readable")
    func oddQuota() async throws {
        let details = #"{"limit_type":"hourly","resets_at":"soon"}"#
        let error = try await error(.refusal(403, "quota_exceeded", details: details))
        guard case .quotaExceeded(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details?.limitType?.rawValue == "hourly")
        #expect(failure.details?.resetsAt == nil)
        #expect(failure.details?.extra["resets_at"] == "soon")
        #expect(LimitType.known.map(\.rawValue) == ["monthly", "daily", "balance"])
    }

    @Test("rate_limited: Retry-After 5 -> retry_after 5 with retries off; the milliseconds are information")
    func rateLimit() async throws {
        let error = try await error(
            .refusal(
                429,
                "rate_limited",
                details: #"{"retry_after_ms":12000}"#,
                headers: .pairs(["Retry-After": "5"])
            )
        )
        guard case .rateLimited(let failure) = error else { throw Unexpected(error) }
        #expect(failure.retryAfter == .seconds(5))
        #expect(failure.details?.retryAfterMs == 12_000)
    }

    @Test(
        "A06 rate_limited: odd milliseconds are nil, and no Retry-After is nil",
        arguments: [#"{"retry_after_ms":"12"}"#, #"{"retry_after_ms":1e400}"#, #"{"retry_after_ms":null}"#, "{}"]
    )
    func oddRateLimit(details: String) async throws {
        let error = try await error(.refusal(429, "rate_limited", details: details))
        guard case .rateLimited(let failure) = error else { throw Unexpected(error) }
        #expect(failure.retryAfter == nil)
        #expect(failure.details?.retryAfterMs == nil)
    }

    @Test("idempotency_conflict: when the key was first seen")
    func conflict() async throws {
        let details = #"{"first_seen_at":"2026-05-01T03:00:00Z"}"#
        let error = try await error(.refusal(409, "idempotency_conflict", details: details))
        guard case .idempotencyConflict(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details?.firstSeenAt?.timeIntervalSince1970 == 1_777_604_400)
    }

    @Test("details of every other code are there as raw JSON")
    func raw() async throws {
        let error = try await error(.refusal(404, "device_not_found", details: #"{"device":[7]}"#))
        guard case .notFound(let failure) = error else { throw Unexpected(error) }
        #expect(failure.details?["device"]?[0]?.intValue == 7)
        #expect(error.http?.json?["error_code"] == "device_not_found")
    }
}
