/// Webhooks: every kind of signature, events by a field or a header, alone or several in a body, and challenges.
extension SpecMaker {
    mutating func makeWebhook(into api: inout SpecNode) {
        var webhook: SpecNode = ["acknowledge": [200], "refuse": 401, "deduplicate": "signature"]
        let hasForm = sign(&webhook)
        var example: SpecNode = [:]
        if hasForm {
            let (type, field) = (name(.type), name(.wire))
            define("models", type, ["fields": [field: ["type": "string"]]])
            webhook["event"] = .text(type)
            example["body"] = .text("\(field)=text")
        } else {
            let body = event(of: &webhook, &example)
            example["body"] = .json(batched(body, &webhook))
        }
        if chance.once(in: 2) { webhook["challenge"] = challenge(isSigned: webhook["publicKey"] == nil && !hasForm) }
        webhook["examples"] = [name(.wire): example]
        api["webhooks"] = [name(.type): webhook]
    }

    /// Says how it is signed, with a signature that is known; true where its body is a form.
    private mutating func sign(_ webhook: inout SpecNode) -> Bool {
        let scheme = chance.one(of: Self.schemes)
        var signature: SpecNode = [
            "algorithm": .text(scheme.algorithm), "encoding": .text(scheme.encoding), "signs": .text(scheme.signs),
        ]
        signature["header"] = scheme.header
        webhook["signature"] = signature
        for (key, value) in scheme.others { webhook[key] = value }
        webhook["vectors"] = [scheme.vector]
        return scheme.signs.contains("{form}")
    }

    /// Says what the event is, and returns one.
    private mutating func event(of webhook: inout SpecNode, _ example: inout SpecNode) -> SpecNode {
        let model = chance.one(of: models)
        guard chance.once(in: 2) else {
            webhook["event"] = .text(model.text)
            return model.json
        }
        let (type, first, second, field) = (name(.type), name(.wire), name(.wire), name(.wire))
        let isInHeader = chance.once(in: 2)
        var by: SpecNode = isInHeader ? ["header": "X-Event"] : ["field": .text(field)]
        if chance.once(in: 2) { by["absent"] = .text(second) }
        let cases: SpecNode = [first: .text(model.text), second: .text(chance.one(of: models).text)]
        define("unions", type, ["by": by, "cases": cases])
        webhook["event"] = .text(type)
        var body = model.json
        if isInHeader { example["type"] = .text(first) } else { body[field] = .text(first) }
        return body
    }

    /// A body of one event, or of several.
    private mutating func batched(_ event: SpecNode, _ webhook: inout SpecNode) -> SpecNode {
        switch chance.upTo(5) {
        case 0:
            webhook["batch"] = "[]"
            return [event, event]
        case 1:
            let (outer, inner) = (name(.wire), name(.wire))
            webhook["batch"] = .text("\(outer)[].\(inner)[]")
            return [outer: [[inner: [event]], [inner: []]]]
        default: return event
        }
    }

    private mutating func challenge(isSigned: Bool) -> SpecNode {
        let (text, other) = (name(.wire), name(.wire))
        switch chance.upTo(isSigned ? 3 : 2) {
        case 0:
            let token = name(.wire)
            return [
                "method": "GET", "when": [other: "ask"], "from": .text(text), "proof": ["token": .text(token)],
            ]
        case 1: return ["method": "POST", "in": "query", "from": .text(text), "proof": "none"]
        case 2:
            return [
                "method": "POST", "when": [other: "ask"], "from": .text(text), "proof": "signature",
                "answer": [text: "{challenge}"],
            ]
        default:
            return ["method": "GET", "from": .text(text), "proof": "none", "answer": [other: "sha256={hmac}"]]
        }
    }

    private struct Scheme {
        var algorithm = "sha256"
        var encoding = "hex"
        var signs = "{body}"
        var header: SpecNode = ["name": "X-Signature"]
        var others: [(String, SpecNode)] = []
        var vector: SpecNode
    }

    private static let schemes = [
        Scheme(
            vector: [
                "secret": "s", "body": "{}",
                "signature": "143ca8d517ba1b181025d732b1cf275d90104fca57bb02a565542978aa18c4b6",
            ]
        ),
        Scheme(
            algorithm: "sha512",
            encoding: "base64",
            signs: "{timestamp}.{body}",
            others: [("timestamp", ["header": "X-Time"])],
            vector: [
                "secret": "s", "timestamp": 1_700_000_000, "body": "{}",
                "signature": "2MsCpYe4cRE2m2J1CSejtJtx4ijqQjSmTNqwDrYqKjmydGzTvH8ST8FxKz5jc2m+70C6FqHxvwr9qQIsY7RtJw==",
            ]
        ),
        Scheme(
            signs: "{timestamp}.{body}",
            header: ["name": "X-Signature", "value": "v1={signature}", "separator": ","],
            others: [("timestamp", ["in": "signature", "value": "t={timestamp}"])],
            vector: [
                "secret": "s", "timestamp": 1_700_000_000, "body": "{}",
                "signature": "e9232c9945da8456c2dea6b39da7786c07b00bca7a64d5dd1283674713a7b72a",
            ]
        ),
        Scheme(
            encoding: "base64",
            signs: "{id}.{timestamp}.{body}",
            header: ["name": "webhook-signature", "value": "v1,{signature}", "separator": " "],
            others: [("id", ["header": "webhook-id"]), ("timestamp", ["header": "webhook-timestamp"])],
            vector: [
                "secret": "s", "id": "i", "timestamp": 1_700_000_000, "body": "{}",
                "signature": "uWsCmnms7YXuzkpPFpSNl9dUZlhxtIQYPD1Xipl7pVg=",
            ]
        ),
        Scheme(
            algorithm: "sha1",
            encoding: "base64",
            signs: "{url}{form}",
            others: [("body", "form")],
            vector: [
                "secret": "s", "url": "https://a.example/hooks", "body": "",
                "signature": "PTyOvSVjlIIIZb5yIJdtT1ImL/Y=",
            ]
        ),
        // RFC 8032, section 7.1, test 1.
        Scheme(
            algorithm: "ed25519",
            others: [("publicKey", [:])],
            vector: [
                "publicKey": "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "body": "",
                "signature": .text(
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
                ),
            ]
        ),
        // RFC 6979, section A.2.5, with the message "sample".
        Scheme(
            algorithm: "p256",
            encoding: "base64",
            others: [("publicKey", [:])],
            vector: [
                "publicKey": """
                -----BEGIN PUBLIC KEY-----
                MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7
                Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==
                -----END PUBLIC KEY-----
                """, "body": "sample",
                "signature": .text(
                    "MEYCIQDv1IsqrLao/RFA3ZzUXoHWnSyHe1aq+ZHDTQ6oTq83FgIhAPfLHJQt"
                        + "ZXxB1DbHobbin2Xz6QDbua/0Bk3Eqy+EOs2o"
                ),
            ]
        ),
    ]
}
