import Pipeline

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The credentials that a sandbox accepts.
struct CredentialSet: Sendable {
    private let values: [String: String]
    /// The names whose values do not come from the spec.
    private let overridden: Set<String>

    init(_ api: ResolvedAPI, overrides: [String: String]) {
        var values: [String: String] = [:]
        for client in api.clients {
            for credential in client.credentials {
                let text = (credential.looksLike ?? "") + "sandbox"
                let made = client.isBase64(credential) ? Data(text.utf8).base64EncodedString() : text
                values[credential.name] = credential.defaultValue ?? made
            }
        }
        for credential in api.sandbox.credentials { values[credential.name] = credential.value }
        values.merge(overrides) { _, override in override }
        self.values = values
        overridden = Set(overrides.keys)
    }

    subscript(name: String) -> String { values[name] ?? "" }

    /// The value where the spec gives it, for the help page; a value of the user's is not repeated.
    func shown(_ name: String) -> String {
        overridden.contains(name) ? "(as it was given when the sandbox was started)" : self[name]
    }
}
