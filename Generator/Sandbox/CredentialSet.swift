import Pipeline

/// The credentials that a sandbox accepts.
struct CredentialSet: Sendable {
    private let values: [String: String]
    /// What nobody has given, by the names of clients: two may have credentials of one name, each in a form of its own.
    private let examples: [String: [String: String]]
    /// The names whose values do not come from the spec.
    private let overridden: Set<String>

    init(_ api: ResolvedAPI, overrides: [String: String]) {
        let given = Dictionary(api.sandbox.credentials.map { ($0.name, $0.value) }) { $1 }.merging(overrides) { $1 }
        var examples: [String: [String: String]] = [:]
        for client in api.clients.flatMap(\.allWays) {
            for credential in client.credentials where given[credential.name] == nil {
                let text = (credential.looksLike ?? "") + "sandbox"
                examples[client.name, default: [:]][credential.name] =
                    credential.defaultValue ?? client.example(of: credential, text)
            }
        }
        var values = given
        for client in api.clients { values.merge(examples[client.name] ?? [:]) { $1 } }
        self.init(values, examples, Set(overrides.keys))
    }

    private init(_ values: [String: String], _ examples: [String: [String: String]], _ overridden: Set<String>) {
        self.values = values
        self.examples = examples
        self.overridden = overridden
    }

    /// The credentials as a client has them.
    func of(_ client: ResolvedClient) -> CredentialSet {
        CredentialSet(values.merging(examples[client.name] ?? [:]) { $1 }, examples, overridden)
    }

    subscript(name: String) -> String { values[name] ?? "" }

    /// The value where the spec gives it, for the help page; a value of the user's is not repeated.
    func shown(_ name: String) -> String {
        overridden.contains(name) ? "(as it was given when the sandbox was started)" : self[name]
    }
}
