package import SpecYAML

/// Another way to authenticate than the client's first one.
package struct ResolvedWay: Sendable {
    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// The client as this way has it: all but its credentials, and what goes out of them, is the same.
    package let client: ResolvedClient
}

extension ResolvedClient {
    /// The client in each way to authenticate, the first one first.
    package var allWays: [ResolvedClient] { [self] + otherWays.map(\.client) }

    /// The credentials of all ways, each name once.
    package var allCredentials: [ResolvedCredential] {
        allWays.flatMap(\.credentials).reduce(into: []) { known, credential in
            if !known.contains(where: { $0.name == credential.name }) { known.append(credential) }
        }
    }
}
