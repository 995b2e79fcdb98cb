import Pipeline

/// The examples of a webhook, one a line, for those who have named none.
struct ExampleList {
    let webhook: ResolvedWebhook

    var text: String {
        let examples = webhook.examples
        guard !examples.isEmpty else { return "\(webhook.name) has no examples; give a body with --body" }
        let width = examples.map(\.name.count).max() ?? 0
        let lines = examples.map { example in
            let name = example.name
            let about = example.about ?? ""
            return "  " + name + String(repeating: " ", count: width - name.count + 2) + about
        }
        return (["Examples of \(webhook.name), for --example:"] + lines).joined(separator: "\n")
    }
}
