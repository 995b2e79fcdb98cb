/// Writes a function that polls an operation until its answer says that it is done.
struct WaiterRenderer {
    let api: ResolvedAPI

    func write(_ waiter: ResolvedWaiter, to writer: inout SwiftWriter) {
        let signature = OperationSignature(waiter.polled)
        let timeout = SwiftNaming.local("timeout", avoiding: signature.names)
        let interval = SwiftNaming.local("interval", avoiding: signature.names)
        writer.doc(documentation(waiter, signature, timeout, interval))
        if let availability = signature.availability { writer.line(availability) }
        let own: [SwiftLayout] = [
            .code("\(parameter: timeout): Duration = \(DurationText.code(waiter.timeout))"),
            .code("\(parameter: interval): Duration = \(DurationText.code(waiter.interval))"),
        ]
        let declaration = SwiftLayout.call(
            "public func \(waiter.identifier)",
            signature.builderParameters + own + [signature.optionsParameter]
        )
        let suffix: SwiftCode = " async throws(\(type: api.errorName)) -> APIResponse<\(signature.answer)>"
        writer.block(declaration, suffix: suffix) { writer in
            writer.line("do {")
            writer.indented { writer in
                writer.layout(wait(waiter, signature, timeout, interval), prefix: "return try await ")
            }
            writer.line("} catch {")
            writer.indented { $0.line("throw \(type: api.errorName)(error)") }
            writer.line("}")
        }
    }

    private func documentation(
        _ waiter: ResolvedWaiter,
        _ signature: OperationSignature,
        _ timeout: SwiftIdentifier,
        _ interval: SwiftIdentifier
    ) -> DocComment {
        var comment = DocComment(
            waiter.about,
            or: "Polls `\(waiter.polled.identifier.text)` until `\(waiter.until.identifier.text)`."
        )
        comment.add(waiter.notes)
        comment.add(waiter.certainty)
        comment.addParameters(
            signature.documentation + [
                (
                    timeout.text,
                    "How long to go on polling, at most; the wait can be longer by one interval and one call."
                ),
                (interval.text, "How long to wait between two polls."),
                (signature.options.text, "Limits and headers for each poll."),
            ]
        )
        comment.addThrows(
            """
            ``\(api.errorName.text)/waitTimedOut(_:)`` with the last status where the time is up first, and all that \
            `\(waiter.polled.identifier.text)` throws.
            """
        )
        return comment
    }

    private func wait(
        _ waiter: ResolvedWaiter,
        _ signature: OperationSignature,
        _ timeout: SwiftIdentifier,
        _ interval: SwiftIdentifier
    ) -> SwiftLayout {
        let client = reference("client", besides: signature.names + [timeout, interval])
        let settings: [SwiftLayout] = [
            .code("name: \(literal: waiter.id)"), .code("subject: \(subject(waiter))"),
            .code("timeout: \(timeout)"), .code("interval: \(interval)"),
        ]
        return .call(
            "\(client).core.wait",
            [
                .call("Wait", settings),
                .labelled(
                    SwiftIdentifier(made: "polling"),
                    .call("Self.\(member: waiter.polled.identifier)", signature.arguments)
                ),
                .code("options: \(signature.options)"),
                .code("until: { $0.\(member: waiter.until.identifier) }"),
                .code("showing: { \(shown(waiter)) }"),
            ]
        )
    }

    /// What the error calls the thing that was waited for: the first argument in the path.
    private func subject(_ waiter: ResolvedWaiter) -> SwiftCode {
        guard let parameter = waiter.polled.parameters.first(where: { $0.place == .path }) else {
            return .literal(waiter.polled.id)
        }
        return parameter.type.text("\(parameter.identifier)")
    }

    private func shown(_ waiter: ResolvedWaiter) -> SwiftCode {
        guard let property = waiter.status else { return "_ in \"\"" }
        let change: SwiftCode = property.isNullable ? ".value" : ""
        let text = property.type.text("$0.\(member: property.identifier)\(change)")
        return property.type.isOptional ? "\(text) ?? \"\"" : text
    }
}
