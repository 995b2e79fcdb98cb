import Testing
import WaybillStores

@Suite struct InboxRetriesTests {
    @Test("waits double until the longest, and end with the last attempt")
    func delays() {
        let retries = InboxRetries(attempts: 6, first: .seconds(1), longest: .seconds(5))
        #expect(
            (1...6).map { retries.delay(after: $0) } == [
                .seconds(1), .seconds(2), .seconds(4), .seconds(5), .seconds(5), nil,
            ]
        )
    }

    @Test("any number is taken: none waits for less than nothing, and none overflows")
    func limits() {
        let odd = InboxRetries(attempts: -1, first: .seconds(-1), longest: .seconds(-5))
        #expect((odd.attempts, odd.first, odd.longest) == (1, .zero, .zero))
        #expect(odd.delay(after: 1) == nil)
        let large = InboxRetries(attempts: .max, first: .seconds(1), longest: .seconds(Int64.max))
        #expect(large.delay(after: .max - 1) == .seconds(Int64.max))
        #expect(InboxRetries(first: .seconds(1)).delay(after: 0) == .seconds(1))
    }

    @Test("as it stands, an event is tried for nine hours")
    func standard() {
        let retries = InboxRetries()
        let sum = (1...19).compactMap { retries.delay(after: $0) }.reduce(.zero, +)
        #expect(sum == .seconds(4_095 + 7 * 3_600))
    }
}
