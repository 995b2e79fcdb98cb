import ArgumentParser
import Pipeline

/// Which webhook of which spec is meant.
struct WebhookArguments: ParsableArguments {
    @Argument(help: "The spec's folder, such as spec/acme.", completion: .directory)
    var spec: String

    @Option(help: "The webhook, where the spec has more than one.")
    var webhook: String?

    /// Reads the spec, and finds the webhook.
    func read() throws -> (spec: ValidatedSpec, webhook: Named<WebhookSpec>) {
        let validated = try SpecFolders.validated(spec)
        let webhooks = validated.spec.webhooks
        let names = webhooks.map(\.name.value).joined(separator: ", ")
        guard !webhooks.isEmpty else { throw Refusal.usage("\(spec) has no webhooks") }
        if let name = webhook {
            guard let found = webhooks.first(where: { $0.name.value == name }) else {
                throw Refusal.usage("\(spec) has no webhook '\(name)'; it has \(names)")
            }
            return (validated, found)
        }
        guard webhooks.count == 1 else { throw Refusal.usage("name one of \(names) with --webhook") }
        return (validated, webhooks[0])
    }
}
