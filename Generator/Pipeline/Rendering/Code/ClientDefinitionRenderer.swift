@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

/// Writes what all requests of a client have in common.
struct ClientDefinitionRenderer {
    let api: ResolvedAPI

    /// The definition as a static constant, or as a function of the way to authenticate where there are several.
    func write(_ client: ResolvedClient, to writer: inout SwiftWriter) {
        let definition = SwiftLayout.call("ClientDefinition", arguments(client))
        guard !client.otherWays.isEmpty else { return writer.layout(definition, prefix: "static let definition = ") }
        writer.block("static func definition(_ authentication: Authentication) -> ClientDefinition") { writer in
            writer.layout(definition)
        }
    }

    private func arguments(_ client: ResolvedClient) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = [
            .code("api: \(literal: api.slug)"),
            client.otherWays.isEmpty
                ? labelled("authentication", AuthenticationRenderer(client: client).layout)
                : .code("authentication: authentication"),
        ]
        if !client.hosts.isEmpty { arguments.append(labelled("hosts", .array(client.hosts.map(host)))) }
        if !client.requestHeaders.isEmpty {
            let headers = client.requestHeaders.map {
                (SwiftCode.literal($0.name), SwiftLayout.code(.literal($0.value.description)))
            }
            arguments.append(labelled("headers", .pairs(headers)))
        }
        let envelope = api.envelope.paths
        switch envelope.count {
        case 1 where envelope[0].isEmpty: break
        case 1: arguments.append(.code("envelope: \(literal: envelope[0].text)"))
        default: arguments.append(labelled("envelope", .array(envelope.map { .code(.literal($0.envelopeText)) })))
        }
        arguments += metadata(api.metadata)
        let timeouts = limits(api.timeouts)
        if !timeouts.isEmpty { arguments.append(labelled("timeouts", .call("Timeouts", timeouts))) }
        if api.retry != .standard { arguments.append(labelled("retry", plan(api.retry))) }
        let paths = errorPaths(api.errors)
        if !paths.isEmpty { arguments.append(labelled("errors", .call("ErrorPaths", paths))) }
        return arguments + rates(client)
    }

    private func rates(_ client: ResolvedClient) -> [SwiftLayout] {
        let own = client.resources.flatMap(\.operations).filter { !$0.rates.isEmpty }
        let pairs = own.map { (SwiftCode.literal($0.id), SwiftLayout.array($0.rates.map(rate))) }
        return [
            api.rates.isEmpty ? nil : labelled("rates", .array(api.rates.map(rate))),
            pairs.isEmpty ? nil : labelled("operationRates", .pairs(pairs)),
        ].compactMap(\.self)
    }

    private func rate(_ rate: ResolvedRate) -> SwiftLayout {
        .call("RequestRate", [.code("\(rate.limit)"), .code("per: \(DurationText.code(rate.window))")])
    }

    private func host(_ host: ResolvedHost) -> SwiftLayout {
        var arguments: [SwiftLayout] = [.code(.literal(host.name))]
        if let url = host.url { arguments.append(.code("url: \(literal: url)")) }
        if !host.servers.isEmpty {
            let servers = host.servers.map { (SwiftCode.literal($0.server.url), SwiftLayout.code(.literal($0.url))) }
            arguments.append(labelled("servers", .pairs(servers)))
        }
        if host.takesCredentials { arguments.append(.code("takesCredentials: true")) }
        return .call("HostDefinition", arguments)
    }

    private func errorPaths(_ paths: ResolvedErrors) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = []
        if !paths.message.isEmpty { arguments.append(labelled("message", texts(paths.message))) }
        if !paths.code.isEmpty { arguments.append(labelled("code", texts(paths.code))) }
        if !paths.details.isEmpty { arguments.append(labelled("details", texts(paths.details))) }
        if let rule = paths.refusal { arguments.append(labelled("refusal", refusal(rule, paths.codes.value))) }
        return arguments
    }

    private func refusal(_ rule: RefusalRule, _ codes: ResolvedEnum) -> SwiftLayout {
        var arguments: [SwiftLayout] = [.code("at: \(literal: rule.place.text)")]
        switch rule.sign {
        case .present: arguments.append(.code(".present"))
        case .equal(let values): arguments.append(.call(".equal", [.array(values.map { SwiftValue.json($0).layout })]))
        case .other(let values): arguments.append(.call(".other", [.array(values.map { SwiftValue.json($0).layout })]))
        }
        // In the spec's order, which a dictionary has not.
        let statuses = codes.words.compactMap { word in
            rule.statuses[word.name].map { (SwiftCode.literal(word.name), SwiftLayout.code("\($0)")) }
        }
        if !statuses.isEmpty { arguments.append(labelled("statuses", .pairs(statuses))) }
        return .call("RefusalRule", arguments)
    }

    private func metadata(_ metadata: ResolvedMetadata) -> [SwiftLayout] {
        var arguments: [SwiftLayout] = []
        if let name = metadata.requestID { arguments.append(.code("requestID: \(literal: name)")) }
        if !metadata.rateLimit.isEmpty {
            arguments.append(labelled("rateLimit", RateNamesRenderer(rate: metadata.rateLimit).names))
        }
        if let name = metadata.replayed { arguments.append(.code("replayed: \(literal: name)")) }
        return arguments.isEmpty ? [] : [labelled("metadata", .call("MetadataNames", arguments))]
    }

    private func limits(_ timeouts: ResolvedTimeouts) -> [SwiftLayout] {
        [
            timeouts.connect.map { .code("connect: \(DurationText.code($0))") },
            timeouts.attempt.map { .code("attempt: \(DurationText.code($0))") },
            timeouts.call.map { .code("call: \(DurationText.code($0))") },
        ].compactMap(\.self)
    }

    private func plan(_ retry: ResolvedRetry) -> SwiftLayout {
        var arguments: [SwiftLayout] = [
            .code("attempts: \(retry.attempts)"),
            .code(retry.retriesNetworkFailures ? "retriesNetworkFailures: true" : "retriesNetworkFailures: false"),
            labelled("statuses", statuses(retry.statuses)),
            labelled("schedule", schedule(retry.delay)),
        ]
        if let rule = retry.retryAfter {
            let parts: [SwiftLayout] = [
                labelled("statuses", statuses(rule.statuses)),
                .code("cap: \(DurationText.code(rule.cap))"),
                .code(rule.hasJitter ? "jitter: .standard" : "jitter: .none"),
            ]
            arguments.append(labelled("retryAfter", .call("RetryAfterRule", parts)))
        } else {
            arguments.append(.code("retryAfter: nil"))
        }
        return .call("RetryPlan", arguments)
    }

    private func statuses(_ ranges: [ClosedRange<Int>]) -> SwiftLayout {
        .array(
            ranges.map { range in
                .code(range.count == 1 ? "\(range.lowerBound)" : ".range(\(range.lowerBound)...\(range.upperBound))")
            }
        )
    }

    private func schedule(_ delay: ResolvedRetry.Delay) -> SwiftLayout {
        switch delay {
        case .table(let delays, let jitter):
            return .call(
                ".table",
                [.array(delays.map { .code(DurationText.code($0)) }), .code("jitter: \(DurationText.code(jitter))")]
            )
        case .linear(let step):
            return .call(".linear", [.code(DurationText.code(step))])
        case .exponential(let base, let factor, let cap, let isFull, let throttledBase):
            var arguments: [SwiftLayout] = [
                .code("base: \(DurationText.code(base))"),
                .code("factor: \(.number(digits: JSONNumberText.shortest(factor)))"),
                .code("cap: \(DurationText.code(cap))"),
                .code(isFull ? "jitter: .full" : "jitter: .none"),
            ]
            if let throttledBase { arguments.append(.code("throttledBase: \(DurationText.code(throttledBase))")) }
            return .call(".exponential", arguments)
        }
    }

    private func texts(_ paths: [DottedPath]) -> SwiftLayout { .array(paths.map { .code(.literal($0.text)) }) }

    private func labelled(_ label: StaticString, _ value: SwiftLayout) -> SwiftLayout {
        .labelled(SwiftIdentifier(made: label), value)
    }
}
