import ArgumentParser
import Pipeline

/// Which webhook of which spec is meant.
struct WebhookArguments: ParsableArguments {
    @Argument(help: "The spec's folder, such as spec/acme.", completion: .directory)
    var spec: String

    @Option(help: "The webhook, where the spec has more than one.")
    var webhook: String?

    /// Reads the spec, and finds the webhook.
    func read() throws -> ResolvedWebhook {
        let webhooks = try SpecFolders.api(in: spec).webhooks
        let names = webhooks.map(\.name).joined(separator: ", ")
        guard !webhooks.isEmpty else { throw UsageError.exit("\(spec) has no webhooks") }
        if let name = webhook {
            guard let found = webhooks.first(where: { $0.name == name }) else {
                throw UsageError.exit("\(spec) has no webhook '\(name)'; it has \(names)")
            }
            return found
        }
        guard webhooks.count == 1 else { throw UsageError.exit("name one of \(names) with --webhook") }
        return webhooks[0]
    }
}
