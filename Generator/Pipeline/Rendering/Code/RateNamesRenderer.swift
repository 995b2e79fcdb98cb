/// Writes the names of the header fields in which answers tell the rate.
struct RateNamesRenderer {
    let rate: ResolvedRateHeaders

    /// The names as the runtime takes them.
    var names: SwiftLayout {
        var arguments: [SwiftLayout] = []
        if rate.own.limit != nil || rate.own.remaining != nil {
            arguments += [optional("limit", rate.own.limit), optional("remaining", rate.own.remaining)]
        }
        arguments += reset(rate.own)
        if !rate.windows.isEmpty { arguments.append(labelled("windows", .array(rate.windows.map(window)))) }
        if rate.isStandard { arguments.append(.code("isStandard: true")) }
        return .call("RateLimitNames", arguments)
    }

    private func window(_ window: ResolvedRateHeaders.Window) -> SwiftLayout {
        var arguments: [SwiftLayout] = [.code(.literal(window.name ?? ""))]
        if let name = window.limit { arguments.append(.code("limit: \(literal: name)")) }
        if let name = window.remaining { arguments.append(.code("remaining: \(literal: name)")) }
        return .call("RateWindowNames", arguments + reset(window))
    }

    private func reset(_ window: ResolvedRateHeaders.Window) -> [SwiftLayout] {
        guard let reset = window.reset else { return [] }
        let form: SwiftCode =
            switch reset.form {
            case .epoch: ".epoch"
            case .seconds: ".seconds"
            case .timestamp: ".timestamp"
            case .date: ".date"
            }
        return [.code("reset: RateReset(\(literal: reset.header), \(form))")]
    }

    private func optional(_ label: StaticString, _ text: String?) -> SwiftLayout {
        labelled(label, .code(text.map { .literal($0) } ?? "nil"))
    }

    private func labelled(_ label: StaticString, _ value: SwiftLayout) -> SwiftLayout {
        .labelled(SwiftIdentifier(made: label), value)
    }
}
