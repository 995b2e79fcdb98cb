import Testing

@_spi(Generated) @testable import WaybillRuntime

/// What signatures see of a request.
@Suite struct RequestProofTests {
    /// A signature that signs nothing, and so shows what there is.
    private struct Open: RequestSignature {
        var key = "key"
        var headers: [String] = ["*"]
        var parameters: [SignedParameter] = []
        var names: [String] = []

        func canSign(with credentials: [Credential]) -> Bool { true }
        func extend(_ values: inout SigningValues) {}
        func code(_ values: SigningValues) -> String { "s" }
    }

    private func values(
        _ request: SignedRequest,
        _ authentication: (Open) -> Authentication = { Authentication(signature: $0) },
        parameters: [SignedParameter] = []
    ) -> SigningValues {
        let given = SigningValues([Credential("key", "k")])
        return RequestProof(authentication(Open(parameters: parameters)), request, given).values
    }

    @Test("V01 the parameters of RFC 5849, section 3.4.1.3.2")
    func parameters() {
        let request = SignedRequest(
            method: "POST",
            url: "http://EXAMPLE.com:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b",
            headers: [("Content-Type", "application/x-www-form-urlencoded")],
            body: Array("c2&a3=2+q".utf8)
        )
        let own = [
            SignedParameter("oauth_consumer_key", "9djdj82h48djs9d2"),
            SignedParameter("oauth_token", "kkk9d7dh3k39sjv7"),
            SignedParameter("oauth_signature_method", "HMAC-SHA1"), SignedParameter("oauth_timestamp", "137131201"),
            SignedParameter("oauth_nonce", "7d8f3e4a"),
        ]
        let values = values(request, parameters: own)
        #expect(
            values.text("parameters")
                == "a2=r%20b&a3=2%20q&a3=a&b5=%3D%253D&c%40=&c2=&oauth_consumer_key=9djdj82h48djs9d2"
                + "&oauth_nonce=7d8f3e4a&oauth_signature_method=HMAC-SHA1&oauth_timestamp=137131201&oauth_token=kkk9d7dh3k39sjv7"
        )
        #expect(values.text("url") == "http://example.com/request")
        #expect(values.text("host") == "example.com")
    }

    @Test("A body that is no form adds no parameters")
    func json() {
        let request = SignedRequest(
            method: "POST",
            url: "https://a.test/?x=1",
            headers: [("content-type", "application/json")],
            body: Array("a=1".utf8)
        )
        #expect(values(request).text("parameters") == "x=1")
        #expect(values(request).text("body") == "a=1")
    }

    @Test("The query is sorted by its bytes, encoded or not, or as it is sent")
    func query() {
        let values = values(SignedRequest(method: "GET", url: "https://a.test:8443?b=2&B=%20&a=%7E&b=1%2B&%C3%A4"))
        #expect(values.text("query") == "%C3%A4=&B=%20&a=~&b=1%2B&b=2")
        #expect(values.text("query.plain") == "B= &a=~&b=1+&b=2&ä=")
        #expect(values.text("query.sent") == "b=2&B=%20&a=~&b=1%2B&%C3%A4=")
        #expect(values.text("path") == "/")
        #expect(values.text("host") == "a.test:8443")
    }

    @Test("Header fields are in lower case, sorted, and white space is folded; the one with the signature is not there")
    func headers() {
        let request = SignedRequest(
            method: "GET",
            url: "https://a.test/b%20c/%2F",
            headers: [("X-B", " 1   2 "), ("X-A", "z"), ("x-b", "3")]
        )
        let values = values(request) { open in
            Authentication(
                headers: ["X-Key": "{key}", "X-Sign": "{signature}", "X-None": "{nothing}"],
                signature: open
            )
        }
        #expect(values.text("headers") == "host:a.test\nx-a:z\nx-b:1 2,3\nx-key:k")
        #expect(values.text("headerNames") == "host;x-a;x-b;x-key")
        #expect(values.text("path.encoded") == "/b%2520c/%252F")
    }

    @Test("Parameters that authenticate are signed too, but for the signature, which is sent last")
    func signedQuery() {
        let authentication = Authentication(query: ["s": "{signature}", "k": "{key}"], signature: Open())
        let request = SignedRequest(method: "GET", url: "https://a.test/?z=1")
        let proof = RequestProof(authentication, request, SigningValues([Credential("key", "k 1")]))
        #expect(proof.values.text("query") == "k=k%201&z=1")
        #expect(proof.query.map { "\($0.name)=\($0.value)" } == ["s=s", "k=k 1"])
    }

    @Test("S08 values show nothing")
    func silence() {
        let values = SigningValues([Credential("key", "canary")])
        var dumped = "\(values)"
        dump(values, to: &dumped)
        #expect(!dumped.contains("canary"))
    }
}
