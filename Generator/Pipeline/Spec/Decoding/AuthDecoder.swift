import SpecYAML

/// Reads `auth`: credentials, signature, headers and vectors.
enum AuthDecoder {
    /// The authentication of a client.
    static func decode(_ reader: MappingReader, into log: inout DecodingLog) -> AuthSpec {
        var auth = AuthSpec(at: reader.location)
        auth.credentials = reader.named("credentials", into: &log, of: credential)
        if let signature = reader.nested("signature", as: .signature, into: &log) {
            auth.signature = self.signature(signature, into: &log)
        }
        auth.headers = reader.named("headers", into: &log) { ScalarDecoder.text($0.value, into: &$1) }
        let names = auth.credentials.map(\.name.value)
        auth.vectors = reader.list("vectors", into: &log) { vector($0, credentials: names, into: &$1) }
        return auth
    }

    private static func credential(_ member: YAMLMember, into log: inout DecodingLog) -> CredentialSpec? {
        guard let reader = MappingReader(member.value, as: .credential, into: &log) else { return nil }
        var credential = CredentialSpec()
        credential.about = reader.text("about", into: &log)
        credential.looksLike = reader.text("looksLike", into: &log)
        credential.defaultValue = reader.rawText("default", into: &log)
        return credential
    }

    private static func signature(_ reader: MappingReader, into log: inout DecodingLog) -> SignatureSpec? {
        let algorithm = reader.word("algorithm", SignatureSpec.Algorithm.self, into: &log)
        let key = reader.text("key", into: &log)
        let signs = reader.text("signs", into: &log)
        let encoding = reader.word("encoding", SignatureSpec.Encoding.self, into: &log)
        guard let algorithm, let key, let signs, let encoding else { return nil }
        return SignatureSpec(algorithm: algorithm, key: key, signs: signs, encoding: encoding)
    }

    private static func vector(
        _ node: YAMLNode,
        credentials: [String],
        into log: inout DecodingLog
    ) -> VectorSpec? {
        guard let reader = MappingReader(node, as: .vector, also: credentials, into: &log) else { return nil }
        let body = BytesDecoder.body(reader, keys: ["body", "bodyHex"], into: &log)
        guard let body, let signature = reader.text("signature", into: &log) else { return nil }
        var vector = VectorSpec(at: node.location, body: body, signature: signature)
        vector.timestamp = reader.int("timestamp", into: &log)
        for member in reader.members(except: .vector) where credentials.contains(member.key) {
            guard let value = ScalarDecoder.rawText(member.value, into: &log) else { continue }
            vector.credentials.append(Named(Located(member.key, at: member.keyLocation), value))
        }
        return vector
    }
}
