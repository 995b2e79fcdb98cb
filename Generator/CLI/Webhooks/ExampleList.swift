import Pipeline

/// The examples of a webhook, one a line, for those who have named none.
struct ExampleList {
    let webhook: Named<WebhookSpec>

    /// The lines.
    var text: String {
        let examples = webhook.examples
        guard !examples.isEmpty else { return "\(webhook.name.value) has no examples; give a body with --body" }
        let width = examples.map(\.name.value.count).max() ?? 0
        let lines = examples.map { example in
            let name = example.name.value
            let about = example.about?.value ?? ""
            return "  " + name + String(repeating: " ", count: width - name.count + 2) + about
        }
        return (["Examples of \(webhook.name.value), for --example:"] + lines).joined(separator: "\n")
    }
}
