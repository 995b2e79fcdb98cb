import SpecYAML

struct RetryRule: LocalRule {
    let id = "retry"
    let summary = "A retry plan ends, waits a bearable time, and its times grow."
    private static let mostAttempts = 10
    private static let longestWait = 3_600_000

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        guard let retry = context.spec.retry else { return }
        if let attempts = retry.attempts, !(1...Self.mostAttempts).contains(attempts.value) {
            diagnostics.error(id, attemptsOutside, at: attempts.location)
        }
        for (index, outcome) in retry.on.enumerated() where retry.on[..<index].contains(outcome) {
            diagnostics.error(id, twice, at: outcome.location)
        }
        if let delay = retry.delay, let fault = fault(in: delay.value) {
            diagnostics.error(id, fault, at: delay.location)
        }
        if let cap = retry.retryAfter?.cap, !(1...Self.longestWait).contains(cap.value) {
            diagnostics.error(id, outside, at: cap.location)
        }
        checkRetryAfter(retry, into: &diagnostics)
    }

    private func checkRetryAfter(_ retry: RetrySpec, into diagnostics: inout DiagnosticCollector) {
        for range in retry.retryAfter?.on ?? [] {
            let isRetried = range.value.allSatisfy { status in
                retry.on.contains { outcome in
                    if case .statuses(let statuses) = outcome.value { statuses.contains(status) } else { false }
                }
            }
            if !isRetried { diagnostics.error(id, idle, at: range.location) }
        }
    }

    private func fault(in delay: RetrySpec.Delay) -> String? {
        switch delay {
        case .table(let times, let jitter):
            if times.isEmpty { return noTimes }
            if times != times.sorted() { return falling }
            return (times + [jitter]).allSatisfy { 0...Self.longestWait ~= $0 } ? nil : outside
        case .linear(let step): return 1...Self.longestWait ~= step ? nil : outside
        case .exponential(let base, let factor, let cap, _):
            guard 1...Self.longestWait ~= base, 1...Self.longestWait ~= cap else { return outside }
            return factor >= 1 && factor <= 10 && cap >= base ? nil : shrinking
        }
    }
}

// MARK: - Messages

extension RetryRule {
    private var attemptsOutside: String {
        "'attempts' counts the first one too; write 1 to \(Self.mostAttempts)"
    }

    private var twice: String { "this outcome stands here twice; leave one out" }

    private var noTimes: String { "a table needs a time; write one a retry, such as [250ms, 1s]" }

    private var falling: String { "the times must not fall from one attempt to the next; sort them" }

    private var outside: String { "a wait lies between 1ms and 1h; choose one between them" }

    private var shrinking: String {
        "the factor lies between 1 and 10 and the cap is no less than the base; correct them"
    }

    private var idle: String {
        "this status is not retried, so its Retry-After is never read; add it to 'on' of 'retry'"
    }
}
