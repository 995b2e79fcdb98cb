import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// A misspelt field of an answer is nil for ever, and nothing fails: the example that has the real member is what tells.
struct UndeclaredRule: ValidationRule {
    let id = "undeclared"
    let summary = "What the examples of answers have is a field of its model, or is undeclared for a reason."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for model in context.spec.models { checkReasons(model.value, into: &diagnostics) }
        var told: Set<[String]> = []
        for (text, member) in unnamed(context) where told.insert([member.model.name, member.key]).inserted {
            diagnostics.warning(id, message(member), at: text.location)
        }
    }

    private func checkReasons(_ model: ModelSpec, into diagnostics: inout DiagnosticCollector) {
        let fields = model.fields.flatMap { [$0.name.value] + $0.value.keys.map(\.value) }
        for member in model.undeclared where fields.contains(member.name.value) {
            diagnostics.error(id, declared(member.name.value), at: member.name.location)
        }
        if let open = model.additionalProperties, let first = model.undeclared.first {
            diagnostics.error(id, idle(open.value), at: first.name.location)
        }
    }

    /// What the examples have and no field names, in the order of the spec.
    private func unnamed(_ context: ValidationContext) -> [(text: Located<String>, member: UnnamedMember)] {
        let operations = context.spec.resources.flatMap(\.operations).map(\.value)
        let answered = operations.flatMap { operation in
            operation.examples.flatMap { unnamed($0.value, operation, context) }
        }
        let received = context.spec.webhooks.map(\.value).flatMap { webhook in
            webhook.examples.flatMap { unnamed($0.value, webhook, context) }
        }
        return answered + received
    }

    private func unnamed(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        _ context: ValidationContext
    ) -> [(Located<String>, UnnamedMember)] {
        guard let text = example.response, let type = operation.returns?.value,
            example.isSuccess(in: context.spec), let answer = try? JSONValue(parsing: text.value),
            let value = ResolvedEnvelope(operation, in: context.spec).value(in: answer)
        else { return [] }
        var checker = ValueChecker(.answer)
        checker.check(value, context.definitions.type(type).shape(ofStatus: example.status.value), at: "")
        return checker.unnamed.map { (text, $0) }
    }

    private func unnamed(
        _ example: WebhookExampleSpec,
        _ webhook: WebhookSpec,
        _ context: ValidationContext
    ) -> [(Located<String>, UnnamedMember)] {
        let events = webhook.events(of: Array(example.body.value.utf8)) ?? []
        return events.flatMap { unnamed($0.json, example, webhook, context) }
    }

    private func unnamed(
        _ event: JSONValue,
        _ example: WebhookExampleSpec,
        _ webhook: WebhookSpec,
        _ context: ValidationContext
    ) -> [(Located<String>, UnnamedMember)] {
        var checker = ValueChecker(.answer)
        if case .field(let path) = webhook.deduplicate.value { checker.excuse(DottedPath(path)) }
        if let path = webhook.time?.field.value { checker.excuse(DottedPath(path)) }
        let type = context.definitions.type(.named(webhook.event.value))
        checker.check(event, type, named: example.type?.value)
        return checker.unnamed.map { (example.body, $0) }
    }
}

// MARK: - Messages

extension UndeclaredRule {
    private func message(_ member: UnnamedMember) -> String {
        let names = member.model.fields.flatMap { $0.isFlattened ? [] : [$0.name] + $0.keys }
        let nearest = Suggestion.nearest(to: member.key, among: names)
        let fix = nearest.map { "is \(SpecText.quoted($0)) meant? Else add" } ?? "add"
        let (key, model) = (SpecText.quoted(member.key), SpecText.quoted(member.model.name))
        return
            "\(key) is no field of \(model), so that it stays in 'extra'; \(fix) a field, or a reason under 'undeclared'"
    }

    private func declared(_ name: String) -> String {
        "\(SpecText.quoted(name)) is a field of this model; leave it out here"
    }

    private func idle(_ name: String) -> String {
        "what this model does not name is in \(SpecText.quoted(name)) anyway; leave 'undeclared' out"
    }
}
