import SpecYAML
import WaybillJSON

struct WebhookExamplesRule: ValidationRule {
    let id = "webhook-example"
    let summary = "A webhook's examples are known events, and have what repeated deliveries are known by."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        for webhook in spec.webhooks {
            if webhook.value.examples.isEmpty { diagnostics.error(id, noExamples, at: webhook.name.location) }
            for example in webhook.value.examples {
                check(example.value.body, webhook.value, table, into: &diagnostics)
            }
        }
    }

    private func check(
        _ text: Located<String>,
        _ webhook: WebhookSpec,
        _ table: TypeTable,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let value = parsed(text, into: &diagnostics) else { return }
        if case .field(let path) = webhook.deduplicate.value, !isKey(value.member(at: path)) {
            diagnostics.error(id, noKey(path), at: text.location)
        }
        if let limit = webhook.bodyLimit?.value, text.value.utf8.count > limit {
            diagnostics.error(id, tooLong, at: text.location)
        }
        if case .union(let union) = table[webhook.event.value], case .field(let path, _, _) = union.by.value,
            union.shape(of: value) == nil
        {
            return diagnostics.error(id, unknownEvent(path), at: text.location)
        }
        let checker = ShapeChecker(table: table, direction: .answer)
        if let fault = checker.fault(value, .named(webhook.event.value)) {
            diagnostics.error(id, misfit(fault), at: text.location)
        }
    }

    private func isKey(_ value: JSONValue?) -> Bool {
        value?.stringValue?.isEmpty == false || value?.numberValue != nil
    }

    private func parsed(_ text: Located<String>, into diagnostics: inout DiagnosticCollector) -> JSONValue? {
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

    private func noKey(_ path: String) -> String {
        "repeated deliveries are known by \(SpecText.quoted(path)), which this body lacks; add it, or correct 'deduplicate'"
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
