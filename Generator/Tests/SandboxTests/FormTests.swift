import Testing
import WaybillJSON

@testable import Sandbox

/// Bodies that are forms, as a server takes them.
@Suite struct FormTests {
    private static func resource(_ encoding: String) -> String {
        """
        resource: things
        operations:
          make:
            http: POST /things
            encoding: \(encoding)
            body:
              name: {type: string, minLength: 2}
              count: {type: int, max: 9}
              price: "decimal?"
              open: "bool?"
              tags: {type: "list<string>", maxItems: 2}
              size: "Size?"
              limits: "map<int>?"
              reach: "Reach?"
              data: "json?"
              kind: {always: thing}
            returns: Thing
            examples:
              made:
                arguments: {name: ab, count: 1, tags: []}
                request: name=ab&count=1&kind=thing
                status: 200
                response: '{"id":"t1","name":"x","count":0,"tags":["x"],"size":{"width":0},"limits":{"a":0},"reach":0}'
        models:
          Size: {fields: {width: int, unit: "string?"}}
          Thing:
            fields:
              id: id
              name: "string?"
              count: "int?"
              tags: "list<string>?"
              size: "Size?"
              limits: "map<int>?"
              reach: "Reach?"
        unions:
          Reach: {by: jsonType, cases: {far: int, named: string}}
        """
    }

    private func answer(
        _ body: String,
        type: String? = "application/x-www-form-urlencoded",
        _ encoding: String = "form"
    )
        throws -> SandboxAnswer
    {
        var sandbox = try PlayedSandbox(resource: Self.resource(encoding))
        return sandbox.send("POST", "/things", body, headers: type.map { [("Content-Type", $0)] } ?? [])
    }

    @Test("members are read by their types, and answered as such")
    func members() throws {
        let body =
            "name=a+%26+b&count=3&tags=x&tags=y%2Cz&size%5Bwidth%5D=7&limits%5Ba%5D=1&reach=5&data[x][y]=1&kind=thing"
        let answer = try answer(body)
        #expect(answer.status == 200)
        #expect(
            answer.json == [
                "id": "t1", "name": "a & b", "count": 3, "tags": ["x", "y,z"], "size": ["width": 7], "limits": ["a": 1],
                "reach": 5,
            ]
        )
    }

    @Test(
        "the same in the other notations",
        arguments: [
            ("{lists: brackets, objects: dotted}", "name=ab&count=3&tags[]=x&tags[]=y&size.width=7"),
            ("{lists: indexed}", "name=ab&count=3&tags[1]=y&tags[0]=x&size[width]=7"),
            ("{lists: comma, objects: dotted}", "name=ab&count=3&tags=x,y&size.width=7"),
        ]
    )
    func notations(encoding: String, body: String) throws {
        let answer = try answer(body, encoding)
        #expect(answer.status == 200)
        #expect(answer.json["tags"] == ["x", "y"])
        #expect(answer.json["size"] == ["width": 7])
    }

    @Test("a list that is empty writes no field, and is read as empty; a constant may be left out")
    func empty() throws {
        let answer = try answer("name=ab&count=3", type: "application/x-www-form-urlencoded; charset=UTF-8")
        #expect(answer.status == 200)
        #expect(answer.json["tags"] == [])
    }

    @Test(
        "what is wrong with a field is told with its place",
        arguments: [
            ("name=a&count=3", "name must have at least 2 characters"), ("name=ab", "count is required"),
            ("name=ab&count=three", "count must be a whole number"), ("name=ab&count=10", "count must be at most 9"),
            ("name=ab&count=1&count=2", "count must be a whole number"),
            ("name=ab&count=", "count must be a whole number"),
            ("name=ab&count=3&size[width]=x", "size.width must be a whole number"),
            ("name=ab&count=3&size=7", "size must be an object"),
            ("name=ab&count=3&tags[]=x", "tags must be an array"),
            ("name=ab&count=3&limits[a]=b", "limits.a must be a whole number"),
            ("name=ab&count=3&tags=1&tags=2&tags=3", "tags must have at most 2 items"),
            ("name=ab&count=3&open=yes", "open must be true or false"), ("name=ab&count=3&kind=no", "kind must be"),
            ("name=ab&count=3&other=1", "other is not a field that this operation has"),
        ]
    )
    func invalid(body: String, problem: String) throws {
        let answer = try answer(body)
        #expect(answer.status == 422)
        let message = answer.json["message"]?.stringValue ?? ""
        #expect(message.contains(problem), "\(message)")
    }

    @Test(
        "what is no form is malformed, and its place is told",
        arguments: [
            ("name=ab&count=%zz", "in field 2"), ("name=ab&count=%ff", "in field 2"), ("name[=ab", "'name['"),
            ("name=ab&size=1&size[width]=2", "'size[width]' has both a value and members"),
        ]
    )
    func malformed(body: String, problem: String) throws {
        let answer = try answer(body)
        #expect(answer.status == 400)
        let message = answer.json["message"]?.stringValue ?? ""
        #expect(message.hasPrefix("the body is no form: ") && message.contains(problem), "\(message)")
    }

    @Test("a body of another type is refused, whatever it is", arguments: [nil, "application/json", "text/plain"])
    func otherType(type: String?) throws {
        let answer = try answer("name=ab&count=3", type: type)
        #expect(answer.status == 400)
        #expect(answer.json["message"]?.stringValue?.hasSuffix("and must be application/x-www-form-urlencoded") == true)
    }
}
