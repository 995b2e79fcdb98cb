import Testing
import WaybillJSON

@testable import Sandbox

/// Bodies of fields and files, as a server takes them.
@Suite struct MultipartTests {
    private static let resource = """
        resource: things
        operations:
          add:
            http: POST /things
            encoding: multipart
            body:
              code: {type: string, maxLength: 3}
              count: "int?"
              tags: {type: "list<string>", maxItems: 2}
            files:
              paper: {}
              photo: {optional: true}
            examples:
              one: {arguments: {code: a, tags: [], paper: {name: a.txt, text: A}}, status: 204}
        """

    /// What Python's `requests` and `curl -F` write: the parts in any order, each with its own header fields.
    private func answer(_ parts: [String], type: String = "multipart/form-data; boundary=\"b 1\"") throws
        -> SandboxAnswer
    {
        var sandbox = try PlayedSandbox(resource: Self.resource)
        let body = parts.map { "--b 1\r\n\($0)\r\n" }.joined() + "--b 1--\r\n"
        return sandbox.send("POST", "/things", body, headers: [("Content-Type", type)])
    }

    private static func field(_ name: String, _ value: String) -> String {
        "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)"
    }

    private static func file(_ name: String) -> String {
        """
        content-disposition: form-data; name="\(name)"; filename="a;%22b.txt"\r
        Content-Type: text/plain\r
        \r
        line\r\n--b\r\n
        """
    }

    @Test("fields and files are read, in any order")
    func taken() throws {
        let parts = [
            Self.file("paper"), Self.field("tags", "x"), Self.field("code", "ab"), Self.field("tags", "y"),
            Self.field("count", "7"), Self.file("photo"),
        ]
        let answer = try answer(parts)
        #expect(answer.status == 204, "\(answer.text)")
        #expect(try self.answer([Self.field("code", "a"), Self.file("paper")]).status == 204)
    }

    @Test("what is wrong with a field or file is told with its place")
    func invalid() throws {
        let cases = [
            ([Self.field("code", "a")], "paper is required"),
            ([Self.field("code", "abcd"), Self.file("paper")], "code must have at most 3 characters"),
            ([Self.field("code", "a"), Self.field("count", "x"), Self.file("paper")], "count must be a whole number"),
            ([Self.field("code", "a"), Self.file("paper"), Self.file("other")], "other is not a field"),
        ]
        for (parts, problem) in cases {
            let answer = try answer(parts)
            #expect(answer.status == 422)
            #expect(answer.json["message"]?.stringValue?.contains(problem) == true, "\(answer.text)")
        }
    }

    @Test("two files of one name are refused, since the spec has one", arguments: ["paper", "other"])
    func twice(name: String) throws {
        let answer = try answer([Self.field("code", "a"), Self.file("paper"), Self.file(name), Self.file(name)])
        #expect(answer.status == 400)
        #expect(answer.json["message"]?.stringValue?.contains("two files have the name \(name)") == true)
    }

    @Test(
        "what is not made of parts is malformed",
        arguments: [
            ("x", "multipart/form-data; boundary=b", "it does not begin with its boundary"),
            ("--b--", "multipart/form-data", "its Content-Type has no boundary"),
            ("--b\r\nA: b\r\n\r\nx", "multipart/form-data; boundary=b", "part 1 has no end"),
            ("--b\r\nx\r\n--b--", "multipart/form-data; boundary=b", "part 1 has no header fields"),
            ("--b\r\nA: b\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b", "part 1 has no name"),
            ("--b", "multipart/form-data; boundary=b", "part 1 does not begin after its boundary"),
            ("a=b", "application/x-www-form-urlencoded", "must be multipart/form-data"),
        ]
    )
    func malformed(body: String, type: String, problem: String) throws {
        var sandbox = try PlayedSandbox(resource: Self.resource)
        let answer = sandbox.send("POST", "/things", body, headers: [("Content-Type", type)])
        #expect(answer.status == 400)
        #expect(answer.json["message"]?.stringValue?.contains(problem) == true, "\(answer.text)")
    }
}
