import Testing
import WaybillJSON

@testable import Sandbox

/// Credentials with defaults, lists in one text, several places of answers, PATCH and pages, with a whole spec.
@Suite struct SimpuBehaviourTests {
    private static let key = [(name: "Authorization", value: "simpu_sandbox_key")]
    private let row = "/lists/contact/row"

    @Test("A credential with a default is part of the header's form")
    func prefix() throws {
        var sandbox = try PlayedSandbox("simpu")
        #expect(sandbox.send("GET", "/lists/contact", headers: Self.key).status == 200)
        let bearer = [(name: "Authorization", value: "Bearer simpu_sandbox_key")]
        #expect(sandbox.send("GET", "/lists/contact", headers: bearer).status == 401)
        let options = SandboxOptions(credentials: ["authorizationPrefix": "Bearer "])
        var other = try PlayedSandbox("simpu", options: options)
        #expect(other.send("GET", "/lists/contact", headers: bearer).status == 200)
        #expect(other.send("GET", "/lists/contact", headers: Self.key).status == 401)
        #expect(!sandbox.send("GET", "/_sandbox").text.contains("authorizationPrefix"))
    }

    @Test(
        "A list in one text has its limits",
        arguments: [(#""a, b""#, 200), (#"["a"]"#, 200), (#""""#, 422), (#"[1]"#, 422), ("7", 422)]
    )
    func commaList(recipients: String, status: Int) throws {
        var sandbox = try PlayedSandbox("simpu")
        let body = #"{"recipients":\#(recipients),"sender_id":"s","content":"c"}"#
        let answer = sandbox.send("POST", "/sms/send", body, headers: Self.key)
        #expect(answer.status == status, "\(answer.text)")
        if recipients == #""a, b""# { #expect(answer.json["recipients"] == ["a", "b"]) }
    }

    @Test(
        "The elements of a list have limits of their own, in one text too",
        arguments: [#""abcd, abc""#, #"["abcd","abc"]"#]
    )
    func elements(recipients: String) throws {
        var sandbox = try PlayedSandbox("simpu")
        let body = #"{"recipients":\#(recipients),"sender_id":"s","content":"c"}"#
        let answer = sandbox.send("POST", "/email/send", body, headers: Self.key)
        #expect(answer.json["errors"] == [["field": "recipients[1]", "message": "must have at least 4 characters"]])
        #expect(answer.status == 422)
    }

    @Test("Of several fields one is needed")
    func alternatives() throws {
        var sandbox = try PlayedSandbox("simpu")
        let start = #"{"recipients":"1234","sender_id":"s""#
        let answer = sandbox.send("POST", "/sms/send", start + #","content":null}"#, headers: Self.key)
        let fault: JSONValue = ["field": "content", "message": "is needed, unless template_id is given"]
        #expect(answer.json["errors"] == [fault])
        #expect(sandbox.send("POST", "/sms/send", start + #","template_id":"t"}"#, headers: Self.key).status == 200)
    }

    @Test("A refused field is named where the spec has a list for it, under the right status")
    func fieldErrors() throws {
        var sandbox = try PlayedSandbox("simpu")
        let answer = sandbox.send("POST", "/otp/verify", #"{"id":"x"}"#, headers: Self.key)
        #expect(answer.status == 422)
        #expect(answer.json["status"] == 422)
        #expect(answer.json["errors"] == [["field": "token", "message": "is required"]])
        let missing = sandbox.send("GET", "/otp/none", headers: Self.key)
        #expect(missing.json["status"] == 404)
        #expect(missing.json["errors"] == nil)
    }

    @Test("PATCH changes the named members, DELETE answers without a body and forgets")
    func patch() throws {
        var sandbox = try PlayedSandbox("simpu")
        let body = #"{"columns":{"a":"Ada","b":"1"}}"#
        let made = sandbox.send("POST", "/lists/contact/rows", body, headers: Self.key)
        let id = try #require(made.json.value(at: "row.id")?.stringValue)
        sandbox.now += 1000
        let changed = sandbox.send(
            "PATCH",
            "\(row)s/\(id)",
            #"{"columns":{"a":"Bob","c":[1]}}"#,
            headers: Self.key
        )
        #expect(changed.json.value(at: "row.columns") == ["a": "Bob", "b": "1", "c": [1]])
        #expect(changed.json.value(at: "row.updated_datetime") == "2026-01-01T00:00:01.000Z")
        let read = sandbox.send("GET", "\(row)/\(id)", headers: Self.key)
        #expect(read.json["row"] == changed.json["row"])
        let gone = sandbox.send("DELETE", "\(row)s/\(id)", headers: Self.key)
        #expect(gone.status == 204)
        #expect(gone.body.isEmpty)
        #expect(sandbox.send("GET", "\(row)/\(id)", headers: Self.key).status == 404)
    }

    @Test("A page without a next one says so in the example's own words")
    func lastPage() throws {
        var sandbox = try PlayedSandbox("simpu")
        let path = "/lists/contact/rows/query"
        let first = sandbox.send("POST", path, "{}", headers: Self.key, query: "limit=1&query_id=q-9")
        #expect(first.json["rows"]?.arrayValue?.count == 1)
        #expect(first.json.value(at: "meta.pagination.next_page") == "False")
        #expect(first.json.value(at: "meta.pagination.query_id") == "q-9")
        let second = sandbox.send("POST", path, "{}", headers: Self.key, query: "limit=1&page=2")
        #expect(second.json["rows"] == [])
        let huge = sandbox.send("POST", path, "{}", headers: Self.key, query: "limit=\(Int.max)&page=\(Int.max)")
        #expect(huge.json["rows"] == [])
        #expect(sandbox.send("POST", path, "{}", headers: Self.key, query: "page=0").status == 422)
    }
}
