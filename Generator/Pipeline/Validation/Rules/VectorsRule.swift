import SpecYAML
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

struct VectorsRule: LocalRule {
    let id = "vector"
    let summary = "The known results of a signature are what the runtime computes."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for auth in context.spec.clients.map(\.value.auth) {
            guard let signature = auth.signature else {
                if let vector = auth.vectors.first { diagnostics.error(id, noSignature, at: vector.location) }
                continue
            }
            for vector in auth.vectors { check(vector, signature, auth, into: &diagnostics) }
        }
    }

    private func check(
        _ vector: VectorSpec,
        _ signature: SignatureSpec,
        _ auth: AuthSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let needed = TextTemplate(signature.signs.value).placeholders + [signature.key.value]
        if needed.contains("timestamp"), vector.timestamp == nil {
            return diagnostics.error(id, missing("timestamp"), at: vector.location)
        }
        let given = vector.credentials.map(\.name.value)
        let names = auth.credentials.map(\.name.value)
        if let name = names.first(where: { needed.contains($0) && !given.contains($0) }) {
            return diagnostics.error(id, missing(name), at: vector.location)
        }
        let recipe = SignatureRecipe(signature)
        let credentials = vector.credentials.map { Credential($0.name.value, $0.value.value) }
        let timestamp = Int64(vector.timestamp?.value ?? 0)
        let computed = recipe.sign(credentials, timestamp: timestamp, body: vector.body.value)
        if computed != vector.signature.value {
            diagnostics.error(id, differs(vector.signature.value, computed), at: vector.signature.location)
        }
    }
}

// MARK: - Messages

extension VectorsRule {
    private var noSignature: String {
        "vectors check a signature, and there is none; add 'signature:', or leave them out"
    }

    private func missing(_ name: String) -> String {
        "the signature is made with \(SpecText.quoted(name)), which this vector lacks; add it"
    }

    private func differs(_ expected: String, _ computed: String) -> String {
        "the vector expects \(SpecText.quoted(expected)), and the scheme computes '\(computed)'; correct one of the two"
    }
}
