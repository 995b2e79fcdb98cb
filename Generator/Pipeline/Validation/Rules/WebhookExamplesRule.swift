import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

struct WebhookExamplesRule: ValidationRule {
    let id = "webhook-example"
    let summary = "A webhook's examples are known events, and have what repeated deliveries are known by."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for webhook in context.spec.webhooks {
            if webhook.value.examples.isEmpty { diagnostics.error(id, noExamples, at: webhook.name.location) }
            for example in webhook.value.examples {
                check(example.value, webhook.value, definitions, into: &diagnostics)
            }
        }
    }

    private func check(
        _ example: WebhookExampleSpec,
        _ webhook: WebhookSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        let text = example.body
        checkType(example, definitions.type(.named(webhook.event.value)), into: &diagnostics)
        guard let value = parsed(text, webhook.bodyForm, into: &diagnostics) else { return }
        if let limit = webhook.bodyLimit?.value, text.value.utf8.count > limit {
            diagnostics.error(id, tooLong, at: text.location)
        }
        let events = webhook.events(of: Array(text.value.utf8)) ?? [(value, nil)]
        for (event, fault) in events {
            if let fault { return diagnostics.error(id, misfit(fault), at: text.location) }
            check(event, of: example, webhook, definitions, into: &diagnostics)
        }
    }

    /// The type of an example stands in it where a header has it, and nowhere else.
    private func checkType(
        _ example: WebhookExampleSpec,
        _ event: ResolvedType,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard case .header(let name, let absent, _)? = event.union?.value.discriminator else {
            if let type = example.type { diagnostics.error(id, idleType, at: type.location) }
            return
        }
        if let type = example.type {
            if HeaderToken.isText(type.value) { return }
            diagnostics.error(id, noFieldValue, at: type.location)
        } else if absent == nil {
            diagnostics.error(id, noType(name), at: example.body.location)
        }
    }

    private func check(
        _ value: JSONValue,
        of example: WebhookExampleSpec,
        _ webhook: WebhookSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        let text = example.body
        if case .field(let path) = webhook.deduplicate.value, !isKey(DottedPath(path).value(in: value)) {
            diagnostics.error(id, noKey(path), at: text.location)
        }
        let event = definitions.type(.named(webhook.event.value))
        if let union = event.union, case .field(let path, _, _) = union.discriminator,
            union.value.shape(of: value) == nil
        {
            return diagnostics.error(id, unknownEvent(path.text), at: text.location)
        }
        if let union = event.union, case .header(let name, _, _) = union.discriminator, let type = example.type,
            union.value.shape(of: value, named: type.value) == nil
        {
            return diagnostics.error(id, unknownType(name), at: type.location)
        }
        var checker = ValueChecker(.answer)
        checker.check(value, event, named: example.type?.value)
        if let problem = checker.problems.first {
            diagnostics.error(id, misfit(problem.statement), at: text.location)
        }
    }

    private func isKey(_ value: JSONValue?) -> Bool {
        value?.stringValue?.allSatisfy(\.isWhitespace) == false || value?.numberValue != nil
    }

    private func parsed(
        _ text: Located<String>,
        _ form: WebhookBodyForm,
        into diagnostics: inout DiagnosticCollector
    ) -> JSONValue? {
        if form == .form {
            guard let form = WebhookForm(text.value.utf8) else {
                diagnostics.error(id, noForm, at: text.location)
                return nil
            }
            return form.json
        }
        do throws(JSONError) {
            return try JSONValue(parsing: text.value, options: JSONParsingOptions(duplicateKeys: .refuse))
        } catch {
            diagnostics.error(id, malformed(error), at: text.location)
            return nil
        }
    }
}

// MARK: - Messages

extension WebhookExamplesRule {
    private var noExamples: String { "a webhook needs an example of a delivery; add one under 'examples'" }

    private var tooLong: String { "this body is larger than 'bodyLimit'; raise the limit, or shorten the body" }

    private var noForm: String {
        "this is no form; write fields such as 'name=value&other=a+b%21', or leave 'body: form' out"
    }

    private func noKey(_ path: String) -> String {
        "repeated deliveries are known by \(SpecText.quoted(path)), which this body lacks; add it, or correct 'deduplicate'"
    }

    private var idleType: String { "no header names the event of this body; leave 'type' out" }

    private var noFieldValue: String {
        "a header has a text of one line and no blank at its ends; write it as it comes"
    }

    private func noType(_ name: String) -> String {
        "the header \(SpecText.quoted(name)) names the event; add 'type' with what it says"
    }

    private func unknownType(_ name: String) -> String {
        "no case has this text of the header \(SpecText.quoted(name)); add a case to the union, or correct the text"
    }

    private func unknownEvent(_ path: String) -> String {
        "no case has the \(SpecText.quoted(path)) of this body; add a case to the union, or correct the body"
    }

    private func misfit(_ fault: String) -> String {
        "this does not fit the spec: \(fault); correct one of the two"
    }

    private func malformed(_ error: JSONError) -> String {
        "this is no JSON: \(error.reason) at byte \(error.offset); correct it"
    }
}
