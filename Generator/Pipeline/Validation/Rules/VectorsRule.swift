import SpecYAML
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

struct VectorsRule: LocalRule {
    let id = "vector"
    let summary = "The known results of a signature are what the runtime computes."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for auth in context.spec.clients.flatMap(\.value.auth.each) {
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
        let needed = SignatureIngredients(auth: auth).signed
        if let name = missing(in: vector, needed) {
            return diagnostics.error(id, missing(name), at: vector.location)
        }
        let given = vector.credentials.map(\.name.value)
        let names = auth.credentials.filter { $0.value.defaultValue == nil }.map(\.name.value)
        if let name = names.first(where: { needed.contains($0) && !given.contains($0) }) {
            return diagnostics.error(id, missing(name), at: vector.location)
        }
        let computed = vector.computed(by: auth, signature)
        if computed != vector.signature.value {
            diagnostics.error(id, differs(vector.signature.value, computed), at: vector.signature.location)
        }
    }

    /// What the signature is made of, and the vector does not say.
    private func missing(in vector: VectorSpec, _ needed: Set<String>) -> String? {
        if !needed.isDisjoint(with: SignatureIngredients.times), vector.timestamp == nil { return "timestamp" }
        if !needed.isDisjoint(with: SignatureIngredients.nonces), vector.nonce == nil { return "nonce" }
        if needed.contains("method"), vector.method == nil { return "method" }
        let ofURL = ["host", "path", "path.encoded", "url", "headers"] + SignatureIngredients.collected
        return !needed.isDisjoint(with: ofURL) && vector.url == nil ? "url" : nil
    }
}

extension VectorSpec {
    /// What the runtime makes of it.
    fileprivate func computed(by auth: AuthSpec, _ signature: SignatureSpec) -> String {
        let defaults = auth.credentials.map { Credential($0.name.value, $0.value.defaultValue?.value ?? "") }
        let own = credentials.map { Credential($0.name.value, $0.value.value) }
        var values = SigningValues(defaults + own)
        if let nonce { for name in SignatureIngredients.nonces { values[name] = Array(nonce.value.utf8) } }
        if let timestamp { values.setTime(milliseconds: Int64(timestamp.value) &* 1_000) }
        let request = SignedRequest(
            method: method?.value ?? "",
            url: url?.value ?? "",
            headers: headers.map { ($0.name.value, $0.value.value) },
            body: body.value
        )
        let authentication = Authentication(
            headerFields: auth.headers.map { ($0.name.value, $0.value.value) },
            queryParameters: auth.query.map { ($0.name.value, $0.value.value) },
            basic: nil,
            signature: SignatureRecipe(signature)
        )
        return RequestProof(authentication, request, values).values.text("signature") ?? ""
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
