@_spi(Generated) import WaybillRuntime

/// Which failures are worth another attempt, and when; all times are in milliseconds.
///
/// It is complete: where the spec says nothing, it has the runtime's plan.
package struct ResolvedRetry: Sendable, Hashable {
    /// How long to wait before the next attempt.
    package enum Delay: Sendable, Hashable {
        /// One time after each attempt, the last one repeated; up to `jitter` is added.
        case table([Int], jitter: Int)
        /// The time multiplied by the number of failed attempts.
        case linear(Int)
        /// The base, multiplied by the factor each time, never over the cap; after 429 from `throttledBase`. Full jitter draws
        /// from 0 to it.
        case exponential(base: Int, factor: Double, cap: Int, isFull: Bool, throttledBase: Int?)
    }

    /// When the Retry-After header counts.
    package struct RetryAfter: Sendable, Hashable {
        /// The statuses on which it counts.
        package let statuses: [ClosedRange<Int>]
        package let cap: Int
        /// Whether the plan's usual jitter is added on top.
        package let hasJitter: Bool
    }

    /// All attempts, the first one included.
    package var attempts: Int
    /// Whether network failures are worth another attempt.
    package var retriesNetworkFailures: Bool
    /// The statuses that are worth another attempt.
    package var statuses: [ClosedRange<Int>]
    /// How long to wait.
    package var delay: Delay
    /// When the Retry-After header counts; nil: never.
    package var retryAfter: RetryAfter?

    /// Whether an answer of a status is worth another attempt.
    package func retries(_ status: Int) -> Bool { statuses.contains { $0.contains(status) } }
}

extension ResolvedRetry {
    /// The plan of a spec, over the runtime's.
    init(_ spec: RetrySpec?) {
        self = .standard
        guard let spec else { return }
        if let given = spec.attempts { attempts = given.value }
        if !spec.on.isEmpty {
            retriesNetworkFailures = spec.on.contains { $0.value == .network }
            statuses = spec.on.compactMap { if case .statuses(let range) = $0.value { range } else { nil } }
        }
        if let given = spec.delay { delay = Delay(given.value) }
        if let rule = spec.retryAfter {
            let statuses = rule.on.map(\.value)
            retryAfter = RetryAfter(statuses: statuses, cap: rule.cap.value, hasJitter: rule.jitter.value)
        } else if spec.saysRetryAfter {
            retryAfter = nil
        }
    }

    /// The runtime's own plan.
    package static let standard: ResolvedRetry = {
        let plan = RetryPlan.standard
        return ResolvedRetry(
            attempts: plan.attempts,
            retriesNetworkFailures: plan.retriesNetworkFailures,
            statuses: plan.statuses.map(\.codes),
            delay: Delay(plan.schedule),
            retryAfter: plan.retryAfter.map { rule in
                RetryAfter(
                    statuses: rule.statuses.map(\.codes),
                    cap: rule.cap.milliseconds,
                    hasJitter: rule.jitter == .standard
                )
            }
        )
    }()
}

extension ResolvedRetry.Delay {
    fileprivate init(_ spec: RetrySpec.Delay) {
        switch spec {
        case .table(let times, let jitter): self = .table(times, jitter: jitter)
        case .linear(let step): self = .linear(step)
        case .exponential(let base, let factor, let cap, let isFull):
            self = .exponential(base: base, factor: factor, cap: cap, isFull: isFull, throttledBase: nil)
        }
    }

    fileprivate init(_ schedule: RetrySchedule) {
        switch schedule {
        case .table(let times, let jitter): self = .table(times.map(\.milliseconds), jitter: jitter.milliseconds)
        case .linear(let step): self = .linear(step.milliseconds)
        case .exponential(let base, let factor, let cap, let jitter, let throttledBase):
            self = .exponential(
                base: base.milliseconds,
                factor: factor,
                cap: cap.milliseconds,
                isFull: jitter == .full,
                throttledBase: throttledBase?.milliseconds
            )
        case .custom: preconditionFailure("the runtime's own plan has no closure")
        }
    }
}

extension Duration {
    /// Whole milliseconds.
    package var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
