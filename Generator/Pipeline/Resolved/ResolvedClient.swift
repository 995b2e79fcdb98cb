package import SpecYAML
@_spi(Generated) package import WaybillRuntime
@_spi(Generated) package import WaybillSigning

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One client: where it sends to, how it signs, and which resources it has.
package struct ResolvedClient: Sendable {
    package enum Address: Sendable {
        /// Named servers, of which the first is the default.
        case servers([ResolvedServer])
        /// A URL that the user gives.
        case url(ResolvedURL)
    }

    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// What of it is no published fact.
    package let certainty: [Certainty]
    package let address: Address
    /// Other hosts, which operations name.
    package let hosts: [ResolvedHost]
    /// Values that the user gives and that stand in every path or header.
    package let parameters: [ResolvedField]
    /// What stands before every path from the root.
    package let basePath: TextTemplate?
    /// Headers of every request, written from the parameters.
    package let requestHeaders: [(name: String, value: TextTemplate)]
    /// What the user gives to prove who they are, in the order of the initialiser's arguments.
    package let credentials: [ResolvedCredential]
    /// The header fields that are written from the credentials.
    package let headers: [(name: String, value: TextTemplate)]
    /// The parameters that every query ends with.
    package let query: [(name: String, value: TextTemplate)]
    /// User and password, where they are asked for.
    package let basic: BasicAuthentication?
    /// How `{signature}` is made; nil where nothing is signed.
    package let signature: SignatureRecipe?
    /// How `{token}` is asked for; nil where no header has it.
    package let token: ResolvedToken?
    /// How `{jwt}` is made; nil where nothing has it.
    package let webToken: ResolvedWebToken?
    /// What its way to authenticate is, where there are others.
    package let ownWay: (name: String, about: String?)?
    /// The other ways, of which a user takes one; what stands here is the first.
    package let otherWays: [ResolvedWay]
    /// Further arguments of the initialiser: lists of allowed values.
    package let options: [ResolvedField]
    /// Its resources, in its own order.
    package let resources: [ResolvedResource]

    /// How it proves who sends its requests, as the runtime has it, but for tokens.
    package var authentication: Authentication {
        Authentication(
            headerFields: headers.map { ($0.name, $0.value.description) },
            queryParameters: query.map { ($0.name, $0.value.description) },
            basic: basic,
            signature: signature
        )
    }

    /// Whether a credential has to be Base64, since its bytes are signed with.
    package func isBase64(_ credential: ResolvedCredential) -> Bool {
        signature?.values.contains { $0.isBase64 && $0.of == ["{\(credential.name)}"] } ?? false
    }

    /// What a credential has to be, where it is the key of a JSON Web Token.
    package func webTokenKey(_ credential: ResolvedCredential) -> WebTokenSigningKey? {
        webToken.flatMap { $0.key.credential == credential.name ? $0.key : nil }
    }

    /// A credential that clients accept, in the form that is asked for.
    /// - Parameter text: What it is, where it has no form.
    package func example(of credential: ResolvedCredential, _ text: String) -> String {
        if let key = webTokenKey(credential) { return key.example(text) }
        return isBase64(credential) ? Data(text.utf8).base64EncodedString() : text
    }

    /// Whether anything is signed.
    package var signs: Bool { signature != nil || webToken != nil }

    /// The parameters that stand in every path.
    package var pathParameters: [ResolvedField] {
        let names = basePath?.placeholders ?? []
        return parameters.filter { names.contains($0.name) }
    }

    /// The parameters that stand in headers.
    package var headerParameters: [ResolvedField] {
        let names = requestHeaders.flatMap(\.value.placeholders)
        return parameters.filter { names.contains($0.name) }
    }

    /// The address that documentation and tests show: the first server's, or the example of the user's.
    package var exampleURL: String {
        switch address {
        case .servers(let servers): servers.first?.url ?? ""
        case .url(let url): url.example
        }
    }
}

package struct ResolvedServer: Sendable {
    package let name: String
    package let url: String
}

/// A URL that the user gives when making a client.
package struct ResolvedURL: Sendable {
    package let argument: String
    package let about: String?
    package let suffix: String?
    package let example: String
}

/// Something secret or identifying that the user gives.
package struct ResolvedCredential: Sendable {
    /// The name, as templates have it.
    package let name: String
    package let about: String?
    /// How it begins; documentation, never a check.
    package let looksLike: String?
    /// What is taken where the user gives none; such a credential may be blank.
    package let defaultValue: String?
    /// What of it is no published fact.
    package let certainty: [Certainty]
}
