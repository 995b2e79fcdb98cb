import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct RetryScheduleTests {
    private static let almostOne = 1 - 0x1p-53

    private let standard = RetryPlan.standard.schedule

    @Test("B01 full jitter: nothing at 0, the doubling bound at 1, the cap from then on")
    func bounds() {
        for (attempt, seconds) in [(1, 0.5), (2, 1), (3, 2), (4, 4), (5, 8), (6, 16), (7, 20), (8, 20), (1_000, 20)] {
            #expect(standard.delay(afterAttempt: attempt, random: 0) == .zero)
            #expect(standard.delay(afterAttempt: attempt, random: 1) == .seconds(seconds))
        }
        #expect(standard.delay(afterAttempt: .max, random: 1) == .seconds(20))
        #expect(standard.delay(afterAttempt: .min, random: 1) == .seconds(0.5))
    }

    @Test("B01 after 429 the bound begins at one second")
    func throttled() {
        #expect(standard.delay(afterAttempt: 1, random: 1, isThrottled: true) == .seconds(1))
        #expect(standard.delay(afterAttempt: 3, random: 1, isThrottled: true) == .seconds(4))
    }

    @Test("B02 ten thousand draws lie in their bounds and are spread evenly", arguments: 1...7)
    func spread(attempt: Int) {
        var generator = SystemRandomNumberGenerator()
        let bound = min(20, 0.5 * Double(1 << (attempt - 1)))
        var bins = Array(repeating: 0, count: 10)
        var sum = 0.0
        for _ in 0..<10_000 {
            let random = Double(generator.next() >> 11) * 0x1p-53
            let delay = standard.delay(afterAttempt: attempt, random: random).inSeconds
            #expect(delay >= 0 && delay <= bound)
            sum += delay
            bins[min(9, Int(delay / bound * 10))] += 1
        }
        #expect(abs(sum / 10_000 - bound / 2) < 0.03 * bound / 2)
        #expect(bins.allSatisfy { (850...1_150).contains($0) })
    }

    @Test("A table gives its delays, then repeats the last, with jitter on top")
    func table() {
        let schedule = RetryPlan.walinko.schedule
        for (attempt, milliseconds) in [(1, 250), (2, 750), (3, 1_750), (4, 3_750), (5, 3_750), (Int.max, 3_750)] {
            let exact = schedule.delay(afterAttempt: attempt, random: 0)
            let most = schedule.delay(afterAttempt: attempt, random: Self.almostOne)
            #expect(exact == .milliseconds(milliseconds))
            #expect(most > exact && most <= exact + .milliseconds(100))
        }
        #expect(RetrySchedule.table([]).delay(afterAttempt: 1, random: 0.5) == .zero)
    }

    @Test("A linear schedule grows by its step, without a trap at the largest number")
    func linear() {
        let schedule = RetryPlan.simpleConnect.schedule
        #expect((1...4).map { schedule.delay(afterAttempt: $0, random: 0.9) } == (1...4).map { .seconds($0) })
        #expect(schedule.delay(afterAttempt: .max, random: 0) == .seconds(86_400))
    }

    @Test("A custom delay is kept between zero and a day")
    func custom() {
        let schedule = RetrySchedule.custom { $0 == 1 ? .seconds(-5) : .seconds(1_000_000_000) }
        #expect(schedule.delay(afterAttempt: 1, random: 0) == .zero)
        #expect(schedule.delay(afterAttempt: 2, random: 0) == .seconds(86_400))
    }

    @Test(
        "B06 schedules that make no sense are refused when a client is made",
        arguments: [
            RetryPolicy.linear(maxAttempts: 3, step: .seconds(-1)),
            .linear(maxAttempts: 3, step: .seconds(100_000)),
            .exponential(maxAttempts: 3, base: .seconds(-1)),
            .exponential(maxAttempts: 3, factor: .nan),
            .exponential(maxAttempts: 3, factor: .infinity),
            .exponential(maxAttempts: 3, factor: 1e300),
            .exponential(maxAttempts: 3, factor: -2),
            .exponential(maxAttempts: 3, factor: 0.5),
            .exponential(maxAttempts: 3, cap: .seconds(-1)),
            .table(maxAttempts: 3, delays: []),
            .table(maxAttempts: 3, delays: [.seconds(1), .seconds(-1)]),
            .table(maxAttempts: 3, delays: [.seconds(1)], jitter: .seconds(-1)),
            .documented(maxAttempts: 0),
            .documented(maxAttempts: .min),
            RetryPolicy(maxAttempts: 0) { _ in .zero },
        ]
    )
    func refused(policy: RetryPolicy) {
        #expect(throws: ConfigurationError.self) {
            try SampleClient(configuration: ClientConfiguration(retry: policy))
        }
    }

    @Test("B06 extreme but sane schedules do not trap")
    func extreme() throws {
        let policy = RetryPolicy.exponential(maxAttempts: .max, base: .zero, factor: 1_000, cap: .seconds(86_400))
        _ = try SampleClient(configuration: ClientConfiguration(retry: policy))
        let slow = RetrySchedule.exponential(
            base: .milliseconds(1),
            factor: 1.000_000_1,
            cap: .seconds(1),
            jitter: .none
        )
        #expect(slow.delay(afterAttempt: .max, random: 0) < .milliseconds(2))
        let wild = RetrySchedule.exponential(base: .seconds(1), factor: .nan, cap: .seconds(1), jitter: .none)
        #expect(wild.delay(afterAttempt: 9, random: 0) <= .seconds(86_400))
    }
}
