/// What one request proves its sender with: header fields and parameters of the query, made from its credentials.
///
/// What is signed and what holds the signature stand in the same places. So all that can be filled without the
/// signature is filled first and signed; what is left is filled then.
@_spi(Generated)
public struct RequestProof: Sendable {
    /// The header fields, in the order of the definition, without those that have nothing to say.
    public private(set) var headers: [Authentication.Field] = []
    /// The parameters of the query, in the order of the definition, without those that have nothing to say.
    public private(set) var query: [Authentication.Field] = []
    /// What stands at each placeholder.
    public private(set) var values: SigningValues

    /// Makes the proof of a request.
    /// - Parameter values: The credentials, the time and the nonce.
    public init(_ authentication: Authentication, _ request: SignedRequest, _ values: SigningValues) {
        self.values = values
        request.describe(to: &self.values)
        if let signature = authentication.signature { sign(signature, authentication, request) }
        headers = fields(authentication.headers)
        query = fields(authentication.query)
        if let basic = authentication.basic {
            let value = basic.header { name in self.values.text(name) ?? "" }
            headers.append((BasicAuthentication.field, value))
        }
    }

    private mutating func sign(
        _ signature: any RequestSignature,
        _ authentication: Authentication,
        _ request: SignedRequest
    ) {
        signature.extend(&values)
        describe(request.headers + [("host", request.host)] + fields(authentication.headers), signature.headers)
        signature.extend(&values)
        var query = SignedQuery()
        query.add(request.query)
        query.add(fields(authentication.query))
        values.add("query", query.sorted)
        values.add("query.plain", query.plain)
        values.add("query.sent", query.sent)
        var parameters = SignedQuery()
        parameters.add(request.query, isForm: true)
        parameters.add(fields(authentication.query))
        if request.isForm { parameters.add(String(decoding: request.body, as: UTF8.self), isForm: true) }
        parameters.add(
            signature.parameters.compactMap { parameter in
                values.text(TextTemplate(parameter.value)).map { (parameter.name, $0) }
            }
        )
        values.add("parameters", parameters.sorted)
        values.add("parameters.plain", parameters.plain)
        signature.extend(&values)
        values.add("signature", signature.code(values))
        signature.extend(&values)
    }

    /// Adds the chosen header fields: one a line, the names in lower case and sorted, white space folded.
    private mutating func describe(_ fields: [Authentication.Field], _ names: [String]) {
        var chosen: [String: [String]] = [:]
        for field in fields {
            let name = field.name.lowercased()
            guard names.contains(where: { Self.isMeant(name, by: $0.lowercased()) }) else { continue }
            chosen[name, default: []].append(field.value.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
        let sorted = chosen.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let lines = sorted.map { "\($0):\(chosen[$0, default: []].joined(separator: ","))" }
        values.add("headers", lines.joined(separator: "\n"))
        values.add("headerNames", sorted.joined(separator: ";"))
    }

    private static func isMeant(_ name: String, by pattern: String) -> Bool {
        pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }

    /// The fields whose placeholders are all known, but for those of which every placeholder stands for nothing.
    private func fields(_ templates: [Authentication.Field]) -> [Authentication.Field] {
        templates.compactMap { name, text in
            let template = TextTemplate(text)
            let names = template.placeholders
            guard names.isEmpty || names.contains(where: { values[$0]?.isEmpty != true }) else { return nil }
            return values.text(template).map { (name, $0) }
        }
    }
}
