import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// A misspelt field of an answer is nil for ever, and nothing fails: the example that has the real member is what tells.
struct UndeclaredRule: ValidationRule {
    let id = "undeclared"
    let summary = "What the examples of answers have is a field or a case of its type, or is undeclared for a reason."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for model in context.spec.models { checkReasons(model.value, into: &diagnostics) }
        for union in context.spec.unions { checkReasons(union, context.definitions, into: &diagnostics) }
        var told: Set<[String]> = []
        for (text, checker) in checked(context) {
            for member in checker.unnamed where told.insert([member.model.name, member.key]).inserted {
                diagnostics.warning(id, message(member), at: text.location)
            }
            for shape in checker.unknownShapes where told.insert([shape.union.name] + shape.words).inserted {
                diagnostics.warning(id, message(shape), at: text.location)
            }
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

    /// The answers and events of the examples, in the order of the spec, with what was found of each.
    private func checked(_ context: ValidationContext) -> [(text: Located<String>, checker: ValueChecker)] {
        let operations = context.spec.resources.flatMap(\.operations).map(\.value)
        let answered = operations.flatMap { operation in
            operation.examples.compactMap { checked($0.value, operation, context) }
        }
        let received = context.spec.webhooks.map(\.value).flatMap { webhook in
            webhook.examples.flatMap { checked($0.value, webhook, context) }
        }
        return answered + received
    }

    private func checked(
        _ example: ExampleSpec,
        _ operation: OperationSpec,
        _ context: ValidationContext
    ) -> (Located<String>, ValueChecker)? {
        guard let text = example.response, let type = operation.returns?.value,
            example.isSuccess(in: context.spec), let answer = try? JSONValue(parsing: text.value),
            let value = ResolvedEnvelope(operation, in: context.spec).value(in: answer)
        else { return nil }
        var checker = ValueChecker(.answer)
        checker.check(value, context.definitions.type(type).shape(ofStatus: example.status.value), at: "")
        return (text, checker)
    }

    private func checked(
        _ example: WebhookExampleSpec,
        _ webhook: WebhookSpec,
        _ context: ValidationContext
    ) -> [(Located<String>, ValueChecker)] {
        // What stands in the place of an event that is missing has no members of its own.
        let events = (webhook.events(of: Array(example.body.value.utf8)) ?? []).filter { $0.fault == nil }
        return events.map { (example.body, checked($0.json, example, webhook, context)) }
    }

    private func checked(
        _ event: JSONValue,
        _ example: WebhookExampleSpec,
        _ webhook: WebhookSpec,
        _ context: ValidationContext
    ) -> ValueChecker {
        var checker = ValueChecker(.answer)
        if case .field(let path) = webhook.deduplicate.value { checker.excuse(DottedPath(path)) }
        if let path = webhook.time?.field.value { checker.excuse(DottedPath(path)) }
        let type = context.definitions.type(.named(webhook.event.value))
        checker.check(event, type, named: example.type?.value)
        return checker
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
