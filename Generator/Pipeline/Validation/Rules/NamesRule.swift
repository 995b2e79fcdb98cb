import SpecYAML

struct NamesRule: LocalRule {
    let id = "name"
    let summary = "Names that become types, files or functions are plain: letters and digits, the right first letter."
    private static let longest = 64

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for name in typeNames(of: context.spec) where !isPlain(name.value, first: "A"..."Z", also: []) {
            diagnostics.error(id, noType(name.value), at: name.location)
        }
        for name in memberNames(of: context.spec) where !isPlain(name.value, first: "a"..."z", also: ["_"]) {
            diagnostics.error(id, noMember(name.value), at: name.location)
        }
    }

    private func typeNames(of spec: Spec) -> [Located<String>] {
        [spec.api] + spec.clients.map(\.name) + spec.models.map(\.name) + spec.enums.map(\.name)
            + spec.unions.map(\.name) + spec.webhooks.map(\.name)
    }

    private func memberNames(of spec: Spec) -> [Located<String>] {
        var names = spec.resources.map(\.name)
        names += spec.resources.flatMap { $0.operations.map(\.name) + $0.waiters.map(\.name) }
        names += spec.models.flatMap {
            $0.value.predicates.map(\.name) + $0.value.lookups.map(\.name) + $0.value.money.map(\.name)
        }
        names += spec.models.compactMap(\.value.additionalProperties)
        names += spec.resources.flatMap(\.operations).compactMap(\.additionalProperties)
        names += spec.errors.cases.map(\.name) + spec.errors.fields.map(\.name)
        for client in spec.clients.map(\.value) {
            names += client.auth.ways.map(\.name)
            for auth in client.auth.each {
                names += auth.credentials.map(\.name) + (auth.signature?.values.map(\.name) ?? [])
            }
            names += client.options.map(\.name) + client.servers.map(\.name)
            names += client.parameters.map(\.name) + [client.url?.argument].compactMap(\.self)
        }
        return names
    }

    private func isPlain(
        _ name: String,
        first: ClosedRange<Unicode.Scalar>,
        also others: [Unicode.Scalar]
    ) -> Bool {
        guard let initial = name.unicodeScalars.first, first ~= initial else { return false }
        return name.unicodeScalars.count <= Self.longest
            && name.unicodeScalars.allSatisfy { scalar in
                "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar || others.contains(scalar)
            }
    }
}

// MARK: - Messages

extension NamesRule {
    private func noType(_ name: String) -> String {
        "\(SpecText.quoted(name)) cannot name a type; write a capital letter, then letters and digits, such as SentMessage"
    }

    private func noMember(_ name: String) -> String {
        "\(SpecText.quoted(name)) cannot stand in Swift; write a small letter, then letters, digits and '_', such as waitUntilDone"
    }
}
