import Testing
import WaybillOutbox

@Suite struct OutboxRetriesTests {
    private let retries = OutboxRetries(attempts: 5, first: .seconds(1), longest: .seconds(5))

    @Test("Each wait is twice the one before, up to the longest, and none follows the last attempt")
    func doubling() {
        let delays = (1...5).map { retries.delay(after: $0) }
        #expect(delays == [.seconds(1), .seconds(2), .seconds(4), .seconds(5), nil])
        #expect(OutboxRetries(attempts: 0).delay(after: 1) == nil)
        #expect(OutboxRetries(attempts: .max, longest: .seconds(60)).delay(after: .max - 1) == .seconds(60))
    }

    @Test("What the server asks for is waited for, but for the longest")
    func retryAfter() {
        #expect(retries.delay(after: 1, retryAfter: .seconds(3)) == .seconds(3))
        #expect(retries.delay(after: 3, retryAfter: .seconds(3)) == .seconds(4))
        #expect(retries.delay(after: 1, retryAfter: .seconds(9_000)) == .seconds(5))
    }

    @Test("Chance adds a fifth at the most")
    func chance() {
        #expect(retries.delay(after: 1, random: 1) == .milliseconds(1_200))
        #expect(retries.delay(after: 1, random: 7) == .milliseconds(1_200))
    }
}
