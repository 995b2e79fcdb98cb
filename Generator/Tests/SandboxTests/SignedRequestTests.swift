import Testing

@testable import Sandbox

/// What the sandbox makes of requests that prove themselves as a whole.
@Suite struct SignedRequestTests {
    private static let resource = """
        resource: things
        operations:
          list:
            http: GET /things
            query: {port: {type: "string?"}}
            examples:
              all: {arguments: {}, status: 200}
          send:
            http: POST /things
            body: {goods: {type: string}}
            examples:
              one: {arguments: {goods: tea}, request: '{"goods":"tea"}', status: 204}
        """

    private func sandbox(_ auth: String, credentials: [String: String]) throws -> PlayedSandbox {
        let api = """
            waybill: 1
            api: Things
            clients:
              ThingsClient:
                servers: {live: "https://things.example"}
                auth:
            \(auth.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n"))
                resources: [things]
            """
        var played = try PlayedSandbox(
            api: api,
            resource: Self.resource,
            options: SandboxOptions(credentials: credentials)
        )
        played.now = 1_700_000_000_000
        return played
    }

    @Test("Basic: the user and the password of RFC 7617, and no others")
    func basic() throws {
        var sandbox = try sandbox(
            "credentials: {account: {}, pass: {}}\nbasic: {user: '{account}', password: '{pass}'}",
            credentials: ["account": "Aladdin", "pass": "open sesame"]
        )
        let right = [(name: "authorization", value: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
        #expect(sandbox.send("GET", "/things", headers: right).status == 200)
        #expect(sandbox.send("GET", "/things").status == 401)
        let wrong = sandbox.send("GET", "/things", headers: [("Authorization", "Basic QWxhZGRpbjpvcGVu")])
        #expect(wrong.status == 401)
        #expect(wrong.text.contains("user and password are not those"))
        #expect(!wrong.text.contains("QWxh"))
    }

    @Test("A key in the query is checked, and shows in no list of requests")
    func query() throws {
        var sandbox = try sandbox(
            "credentials: {apiKey: {}}\nquery: {key: '{apiKey}'}",
            credentials: ["apiKey": "canary key"]
        )
        #expect(sandbox.send("GET", "/things", query: "port=kiel&key=canary%20key").status == 200)
        #expect(sandbox.send("GET", "/things", query: "port=kiel").text.contains("the parameter key is missing"))
        let wrong = sandbox.send("GET", "/things", query: "key=canary-other")
        #expect(wrong.status == 401)
        #expect(!wrong.text.contains("canary"))
        #expect(!sandbox.send("GET", "/_sandbox/requests").text.contains("canary"))
    }

    private static let signature = """
        credentials: {ferryKey: {}, ferrySecret: {}}
        signature:
          algorithm: sha1
          key: keyAndSign
          signs: ["{method}", "%2F", "{encodedQuery}"]
          join: "&"
          encoding: base64
          values:
            keyAndSign: {of: ["{ferrySecret}", ""], join: "&"}
            encodedQuery: {of: "{query}", encoding: percent}
        query:
          AccessKey: "{ferryKey}"
          Nonce: "{nonce.uuid}"
          Time: "{timestamp.iso}"
          Signature: "{signature}"
        vectors:
          - ferryKey: fk_1
            ferrySecret: ferry
            timestamp: 1700000000
            nonce: 00112233-4455-4677-8899-aabbccddeeff
            method: GET
            url: https://ferry.courier.example/?port=kiel%20ost
            body: ""
            signature: XI8B5Q5Y3xrVSGQhBBYnBkflXrA=
        """

    /// The request of the vector, whose signature an implementation of its own has made, in Python.
    private static let signed =
        "port=kiel%20ost&AccessKey=fk_1&Nonce=00112233-4455-4677-8899-aabbccddeeff&Time=2023-11-14T22%3A13%3A20Z"
        + "&Signature=XI8B5Q5Y3xrVSGQhBBYnBkflXrA%3D"

    @Test("A signature in the query holds for its request alone")
    func canonicalQuery() throws {
        var sandbox = try sandbox(Self.signature, credentials: ["ferryKey": "fk_1", "ferrySecret": "ferry"])
        #expect(sandbox.send("GET", "/things", query: Self.signed).status == 200)
        for (old, new) in [("ost", "west"), ("Nonce=0", "Nonce=1"), ("%3A20Z", "%3A21Z"), ("port=kiel%20ost&", "")] {
            let answer = sandbox.send("GET", "/things", query: Self.signed.replacing(old, with: new))
            #expect(answer.text.contains("the signature does not match the request"), "\(new)")
        }
        #expect(sandbox.send("POST", "/things", #"{"goods":"tea"}"#, query: Self.signed).status == 401)
        let key = sandbox.send("GET", "/things", query: Self.signed.replacing("fk_1", with: "fk_2"))
        #expect(key.text.contains("the ferryKey is not one"))
        let time = sandbox.send("GET", "/things", query: Self.signed.replacing("2023-11-14T", with: "20231114T"))
        #expect(time.text.contains("1970-01-01T00:00:00Z"))
        sandbox.now += 301_000
        #expect(sandbox.send("GET", "/things", query: Self.signed).text.contains("301 s away"))
    }

    @Test("A signature over header fields and the body's hash holds for its request alone")
    func canonicalHeaders() throws {
        let auth = """
            credentials: {accessKey: {}, secret: {}}
            signature:
              algorithm: sha256
              key: secret
              signs: ["{timestamp.basic}", "{requestHash}"]
              join: newline
              encoding: hex
              headers: [host, content-type, x-customs-*]
              values:
                bodyHash: {of: "{body}", hash: sha256}
                requestHash:
                  of: ["{method}", "{path}", "{query}", "{headers}", "", "{headerNames}", "{bodyHash}"]
                  join: newline
                  hash: sha256
            headers:
              X-Customs-Date: "{timestamp.basic}"
              Authorization: "CU1 Credential={accessKey}, Headers={headerNames}, Signature={signature}"
            vectors:
              - accessKey: ck_1
                secret: seal
                timestamp: 1700000000
                method: POST
                url: https://customs.courier.example/things
                headers: {Content-Type: application/json}
                body: '{"goods":"tea"}'
                signature: SIGNATURE
            """
        var sandbox = try sandbox(
            auth.replacing("SIGNATURE", with: Self.customs),
            credentials: ["accessKey": "ck_1", "secret": "seal"]
        )
        let names = "content-type;host;x-customs-date"
        let headers = [
            (name: "Host", value: "customs.courier.example"), (name: "Content-Type", value: "application/json"),
            (name: "X-Customs-Date", value: "20231114T221320Z"),
            (
                name: "Authorization",
                value: "CU1 Credential=ck_1, Headers=\(names), Signature=\(Self.customs)"
            ),
        ]
        let body = #"{"goods":"tea"}"#
        #expect(sandbox.send("POST", "/things", body, headers: headers).status == 204)
        #expect(sandbox.send("POST", "/things", #"{"goods":"tee"}"#, headers: headers).status == 401)
        for place in [0, 2] {
            var changed = headers
            changed[place].value = place == 0 ? "other.example" : "20231114T221321Z"
            #expect(sandbox.send("POST", "/things", body, headers: changed).status == 401)
        }
        var fewer = headers
        fewer[3].value = fewer[3].value.replacing("content-type;", with: "")
        #expect(sandbox.send("POST", "/things", body, headers: fewer).text.contains("the headerNames is not"))
    }

    private static let customs = "4c5167c3480ee3ed2170c1326bfd814b89148b0566718d94be804fe80a7170b7"
}
