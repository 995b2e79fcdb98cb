import SpecYAML

/// Reads `retry`: which failures are worth another attempt, and when.
enum RetryDecoder {
    /// The plan.
    static func decode(_ reader: MappingReader, into log: inout DecodingLog) -> RetrySpec {
        var retry = RetrySpec()
        retry.attempts = reader.int("attempts", into: &log)
        retry.on = reader.list("on", into: &log, of: outcome)
        retry.delay = reader["delay"].flatMap { delay($0, into: &log) }
        retry.saysRetryAfter = reader["retryAfter"] != nil
        if let node = reader["retryAfter"], node.scalar?.text != "none" {
            retry.retryAfter = retryAfter(node, into: &log)
        }
        return retry
    }

    private static func outcome(_ node: YAMLNode, into log: inout DecodingLog) -> Located<RetrySpec.Outcome>? {
        if node.scalar?.text == "network" { return Located(.network, at: node.location) }
        guard let range = (node.scalar?.text).flatMap(ScalarDecoder.statusRange) else {
            let message = ScalarDecoder.expected("'network', a status or a range such as 500-599", found: node)
            log.lose(.status, message, at: node.location)
            return nil
        }
        return Located(.statuses(range), at: node.location)
    }

    private static func delay(_ node: YAMLNode, into log: inout DecodingLog) -> Located<RetrySpec.Delay>? {
        let delay: RetrySpec.Delay?
        if node["exponential"] != nil {
            delay = exponential(node, into: &log)
        } else if node["linear"] != nil {
            delay = linear(node, into: &log)
        } else {
            delay = table(node, into: &log)
        }
        return delay.map { Located($0, at: node.location) }
    }

    private static func table(_ node: YAMLNode, into log: inout DecodingLog) -> RetrySpec.Delay? {
        guard let reader = MappingReader(node, as: .tableDelay, into: &log), reader["table"] != nil else { return nil }
        let times = reader.list("table", into: &log, of: ScalarDecoder.duration).map(\.value)
        let jitter = reader["jitter"]?.scalar?.text == "none" ? nil : reader.duration("jitter", into: &log)
        return .table(times, jitter: jitter?.value ?? 0)
    }

    private static func linear(_ node: YAMLNode, into log: inout DecodingLog) -> RetrySpec.Delay? {
        guard let reader = MappingReader(node, as: .linearDelay, into: &log) else { return nil }
        return reader.duration("linear", into: &log).map { .linear($0.value) }
    }

    private static func exponential(_ node: YAMLNode, into log: inout DecodingLog) -> RetrySpec.Delay? {
        guard let reader = MappingReader(node, as: .exponentialDelay, into: &log) else { return nil }
        let base = reader.duration("exponential", into: &log)
        let cap = reader.duration("cap", into: &log)
        let factor = reader.double("factor", into: &log)?.value ?? 2
        let jitter = reader.word("jitter", ExponentialJitter.self, into: &log)?.value ?? .full
        guard let base, let cap else { return nil }
        return .exponential(base: base.value, factor: factor, cap: cap.value, fullJitter: jitter == .full)
    }

    private static func retryAfter(_ node: YAMLNode, into log: inout DecodingLog) -> RetryAfterSpec? {
        guard let reader = MappingReader(node, as: .retryAfter, into: &log) else { return nil }
        let jitter = reader.word("jitter", RetryAfterJitter.self, into: &log)
        let spread = jitter.map { word in word.map { $0 == .usual } } ?? Located(true, at: reader.location)
        guard let cap = reader.duration("cap", into: &log) else { return nil }
        var rule = RetryAfterSpec(cap: cap, jitter: spread)
        rule.on = reader.list("on", into: &log, of: ScalarDecoder.statuses)
        return rule
    }

    private enum ExponentialJitter: String, CaseIterable {
        case full
        case none
    }

    private enum RetryAfterJitter: String, CaseIterable {
        case usual
        case none
    }
}
