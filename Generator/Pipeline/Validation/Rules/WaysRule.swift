import SpecYAML

struct WaysRule: LocalRule {
    let id = "one-of"
    let summary =
        "Ways to authenticate are several, stand alone under `auth`, and need other credentials each."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for auth in context.spec.clients.map(\.value.auth) {
            guard let first = auth.ways.first else { continue }
            if auth.ways.count < 2 { diagnostics.error(id, noChoice, at: first.name.location) }
            for place in auth.places { diagnostics.error(id, outside, at: place) }
            for (place, way) in auth.ways.enumerated() {
                let others = auth.ways[..<place]
                guard let other = others.first(where: { Self.needed($0) == Self.needed(way) }) else { continue }
                diagnostics.error(
                    id,
                    same(way.name.value, other.name.value),
                    at: way.name.location,
                    notes: [Diagnostic.Note(message: "the other one", location: other.name.location)]
                )
            }
        }
    }

    /// The arguments that an initialiser needs, by their names in Swift.
    private static func needed(_ way: Named<WaySpec>) -> Set<String> {
        let credentials = way.value.auth.credentials.filter { $0.value.defaultValue == nil }
        return Set(credentials.map { SwiftNaming.member($0.name.value).text })
    }
}

extension AuthSpec {
    /// Where it has something beside ways.
    fileprivate var places: [SourceLocation] {
        let names = credentials.map(\.name) + headers.map(\.name) + query.map(\.name)
        return names.map(\.location) + vectors.map(\.location)
            + [signature?.algorithm.location, token?.location, webToken?.location, basic?.user.location].compactMap(
                \.self
            )
    }
}

// MARK: - Messages

extension WaysRule {
    private var noChoice: String { "one way is no choice; write what it has under 'auth' itself, or add another" }

    private var outside: String { "this belongs to no way; write it into each way under 'oneOf' that has it" }

    private func same(_ way: String, _ other: String) -> String {
        "\(SpecText.quoted(way)) needs the same credentials as \(SpecText.quoted(other)), so that calls cannot tell them apart; name them otherwise"
    }
}
