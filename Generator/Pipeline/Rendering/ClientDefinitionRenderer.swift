/// Writes what all requests of a client have in common.
struct ClientDefinitionRenderer {
    let api: API

    /// The definition as a static constant.
    func write(_ client: ClientIR, to writer: inout SwiftWriter) {
        writer.layout(.call("ClientDefinition", arguments(client)), prefix: "static let definition = ")
    }

    private func arguments(_ client: ClientIR) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = [
            .code("api: \(literal: api.slug)"),
            labelled("authentication", authentication(client)),
        ]
        switch client.envelope.count {
        case 0: break
        case 1: arguments.append(.code("envelope: \(literal: client.envelope[0])"))
        default: arguments.append(labelled("envelope", texts(client.envelope)))
        }
        arguments += metadata(client.metadata)
        let timeouts = limits(client.timeouts)
        if !timeouts.isEmpty { arguments.append(labelled("timeouts", .call("Timeouts", timeouts))) }
        if let retry = client.retry { arguments.append(labelled("retry", plan(retry))) }
        let paths = errorPaths(client.errorPaths)
        return paths.isEmpty ? arguments : arguments + [labelled("errors", .call("ErrorPaths", paths))]
    }

    private func errorPaths(_ paths: ErrorPathsIR) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = []
        if !paths.message.isEmpty { arguments.append(labelled("message", texts(paths.message))) }
        if !paths.code.isEmpty { arguments.append(labelled("code", texts(paths.code))) }
        if !paths.details.isEmpty { arguments.append(labelled("details", texts(paths.details))) }
        return arguments
    }

    private func authentication(_ client: ClientIR) -> SwiftLayout {
        let headers = client.headers.map { (SwiftCode.literal($0.name), SwiftLayout.code(.literal($0.text))) }
        var arguments = [labelled("headers", .pairs(headers))]
        if let signature = client.signature {
            let recipe: [SwiftLayout] = [
                .code(signature.algorithm == .sha256 ? "algorithm: .sha256" : "algorithm: .sha512"),
                .code("key: \(literal: signature.key)"),
                .code("signs: \(literal: signature.signs)"),
                .code(signature.encoding == .hex ? "encoding: .hex" : "encoding: .base64"),
            ]
            arguments.append(labelled("signature", .call("SignatureRecipe", recipe)))
        }
        return .call("Authentication", arguments)
    }

    private func metadata(_ metadata: MetadataIR) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = []
        if let name = metadata.requestID { arguments.append(.code("requestID: \(literal: name)")) }
        if metadata.rateLimitLimit != nil || metadata.rateLimitRemaining != nil {
            let names = [
                optional("limit", metadata.rateLimitLimit), optional("remaining", metadata.rateLimitRemaining),
            ]
            arguments.append(labelled("rateLimit", .call("RateLimitNames", names)))
        }
        if let name = metadata.replayed { arguments.append(.code("replayed: \(literal: name)")) }
        return arguments.isEmpty ? [] : [labelled("metadata", .call("MetadataNames", arguments))]
    }

    private func limits(_ timeouts: TimeoutsIR) -> [SwiftLayout] {
        [
            timeouts.connect.map { .code("connect: \(milliseconds($0))") },
            timeouts.attempt.map { .code("attempt: \(milliseconds($0))") },
            timeouts.call.map { .code("call: \(milliseconds($0))") },
        ].compactMap(\.self)
    }

    private func plan(_ retry: RetryIR) -> SwiftLayout {
        let attempts: SwiftCode = retry.attempts.map { "\($0)" } ?? "RetryPlan.standard.attempts"
        let network: SwiftCode =
            retry.on.map { $0.contains(.network) ? "true" : "false" } ?? "RetryPlan.standard.retriesNetworkFailures"
        var arguments: [SwiftLayout] = [
            .code("attempts: \(attempts)"),
            .code("retriesNetworkFailures: \(network)"),
            labelled("statuses", retry.on.map { statuses($0) } ?? .code("RetryPlan.standard.statuses")),
            labelled("schedule", retry.delay.map { schedule($0) } ?? .code("RetryPlan.standard.schedule")),
        ]
        switch retry.retryAfter {
        case .standard: arguments.append(.code("retryAfter: RetryPlan.standard.retryAfter"))
        case .none: arguments.append(.code("retryAfter: nil"))
        case .rule(let ranges, let cap, let hasJitter):
            let rule: [SwiftLayout] = [
                labelled("statuses", .array(ranges.map { .code(status($0)) })),
                .code("cap: \(milliseconds(cap))"),
                .code(hasJitter ? "jitter: .standard" : "jitter: .none"),
            ]
            arguments.append(labelled("retryAfter", .call("RetryAfterRule", rule)))
        }
        return .call("RetryPlan", arguments)
    }

    private func statuses(_ outcomes: [RetrySpec.Outcome]) -> SwiftLayout {
        .array(
            outcomes.compactMap { outcome in
                if case .statuses(let range) = outcome { .code(status(range)) } else { nil }
            }
        )
    }

    private func status(_ range: ClosedRange<Int>) -> SwiftCode {
        range.count == 1 ? "\(range.lowerBound)" : ".range(\(range.lowerBound)...\(range.upperBound))"
    }

    private func schedule(_ delay: RetrySpec.Delay) -> SwiftLayout {
        switch delay {
        case .table(let delays, let jitter):
            return .call(
                ".table",
                [.array(delays.map { .code(milliseconds($0)) }), .code("jitter: \(milliseconds(jitter))")]
            )
        case .linear(let step):
            return .call(".linear", [.code(milliseconds(step))])
        case .exponential(let base, let factor, let cap, let isFull):
            return .call(
                ".exponential",
                [
                    .code("base: \(milliseconds(base))"),
                    .code("factor: \(.number(digits: JSONNumberText.shortest(factor)))"),
                    .code("cap: \(milliseconds(cap))"),
                    .code(isFull ? "jitter: .full" : "jitter: .none"),
                ]
            )
        }
    }

    private func milliseconds(_ count: Int) -> SwiftCode { ".milliseconds(\(count))" }

    private func texts(_ texts: [String]) -> SwiftLayout { .array(texts.map { .code(.literal($0)) }) }

    private func optional(_ label: StaticString, _ text: String?) -> SwiftLayout {
        labelled(label, .code(text.map { .literal($0) } ?? "nil"))
    }

    private func labelled(_ label: StaticString, _ value: SwiftLayout) -> SwiftLayout {
        .labelled(SwiftIdentifier(made: label), value)
    }
}
