@_spi(Generated) import WaybillRuntime

/// What a client's authentication is made of: where its placeholders lead.
struct SignatureIngredients {
    /// What a request has beside its header fields, query and parameters.
    static let request = ["method", "host", "path", "path.encoded", "url", "body"]
    /// What is signed of its header fields, query and parameters.
    static let collected = [
        "headers", "headerNames", "query", "query.plain", "query.sent", "parameters", "parameters.plain",
    ]
    /// The forms of the time.
    static let times = SigningTime.allCases.map(\.rawValue)
    /// The forms of the nonce.
    static let nonces = ["nonce", "nonce.uuid"]
    /// What no credential and no value can be called.
    static let reserved = request + collected + times + nonces + ["signature"]

    let auth: AuthSpec

    /// The placeholders of a template.
    static func placeholders(_ text: Located<String>) -> [String] { TextTemplate(text.value).placeholders }

    /// What a value is made of.
    static func placeholders(_ value: SignedValueSpec) -> [String] {
        value.of.flatMap(placeholders) + [value.key?.value].compactMap(\.self)
    }

    /// Whether a text of a header or of the query holds the signature, itself or by way of a value.
    func holdsSignature(_ text: Located<String>) -> Bool { steps(from: Self.placeholders(text)).contains("signature") }

    /// All that goes into the signature, by way of values, header fields and query too.
    var signed: Set<String> {
        guard let signature = auth.signature else { return [] }
        return closure(from: signature.signs.flatMap(Self.placeholders) + [signature.key.value], isWhole: true)
    }

    /// The places to which some names lead, by way of values alone.
    func steps(from names: [String]) -> Set<String> { closure(from: names, isWhole: false) }

    private func closure(from names: [String], isWhole: Bool) -> Set<String> {
        var found: Set<String> = []
        var open = names
        while let name = open.popLast() {
            guard found.insert(name).inserted else { continue }
            let values = auth.signature?.values.filter { $0.name.value == name } ?? []
            open += values.flatMap { Self.placeholders($0.value) }
            if isWhole { open += collected(name) }
        }
        return found
    }

    /// What stands in the header fields, the query or the parameters that are signed.
    private func collected(_ name: String) -> [String] {
        switch name {
        case "headers": signedHeaders.flatMap { Self.placeholders($0.value) }
        case "query", "query.plain", "query.sent": signedQuery
        case "parameters", "parameters.plain":
            signedQuery + (auth.signature?.parameters.flatMap { Self.placeholders($0.value) } ?? [])
        default: []
        }
    }

    private var signedQuery: [String] {
        auth.query.filter { !holdsSignature($0.value) }.flatMap { Self.placeholders($0.value) }
    }

    private var signedHeaders: [Named<Located<String>>] {
        let names = auth.signature?.headers.map { $0.value.lowercased() } ?? []
        return auth.headers.filter { header in
            let name = header.name.value.lowercased()
            let isChosen = names.contains { $0.hasSuffix("*") ? name.hasPrefix($0.dropLast()) : $0 == name }
            return isChosen && !holdsSignature(header.value)
        }
    }
}
