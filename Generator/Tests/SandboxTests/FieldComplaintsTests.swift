import Pipeline
import Testing
import WaybillJSON

@testable import Sandbox

/// What an example says of the fields of its own request, and an answer of those of another one.
@Suite struct FieldComplaintsTests {
    private static func complaints(
        _ problems: [ValueProblem],
        known: [[String]] = [["message"]],
        declared: [[String]] = []
    ) -> FieldComplaints {
        FieldComplaints(
            names: ["to", "text", "size"],
            known: known,
            declared: declared,
            messages: ["message"],
            sign: ["refusals"],
            problems: problems
        )
    }

    private static let both = [
        ValueProblem(path: "text", reason: .missing),
        ValueProblem(path: "size.width", reason: .constraint("must be 1")),
    ]

    private func rewritten(
        _ text: String,
        _ problems: [ValueProblem] = Self.both,
        known: [[String]] = [["message"]],
        declared: [[String]] = []
    ) throws -> String? {
        try Self.complaints(problems, known: known, declared: declared).rewritten(JSONValue(parsing: text))?.description
    }

    @Test(
        "a list or an object whose shape is clear tells of the fields at fault",
        arguments: [
            (
                #"[{"field":"to","message":"is no number"}]"#,
                #"[{"field":"text","message":"is required"},{"field":"size.width","message":"must be 1"}]"#
            ),
            (
                #"[{"message":"text","field":"recipients[0].to","code":"bad"}]"#,
                #"[{"field":"text","message":"is required"},{"field":"size.width","message":"must be 1"}]"#
            ),
            (
                #"[{"param":"to","code":"bad","reason":"It is bad."}]"#,
                #"[{"param":"text","reason":"is required"},{"param":"size.width","reason":"must be 1"}]"#
            ),
            (#"[{"param":"to","code":"bad"}]"#, #"[{"param":"text"},{"param":"size.width"}]"#),
            (#"["to"]"#, #"["text","size.width"]"#),
            (#"["It has no number."]"#, #"["text is required","size.width must be 1"]"#),
            (#"{"to":["It is bad."]}"#, #"{"text":["is required"],"size.width":["must be 1"]}"#),
        ]
    )
    func filled(example: String, answer: String) throws {
        #expect(try rewritten("{\"errors\":\(example)}") == "{\"errors\":\(answer)}")
        #expect(try rewritten("{\"a\":{\"errors\":\(example)}}") == "{\"a\":{\"errors\":\(answer)}}")
        #expect(try rewritten("{\"errors\":\(example),\"b\":1}", []) == #"{"b":1}"#)
    }

    @Test(
        "a declared member that names a field names the one at fault, and goes where there is none",
        arguments: [
            (#"{"parameter":"to","trace":"t1"}"#, #"{"parameter":"text","trace":"t1"}"#, #"{"trace":"t1"}"#),
            (
                #"{"errors":[{"code":"bad","parameter":"to"}]}"#, #"{"errors":[{"code":"bad","parameter":"text"}]}"#,
                #"{"errors":[{"code":"bad"}]}"#
            ),
        ]
    )
    func declared(example: String, answer: String, withoutFault: String) throws {
        let declared = [["errors", "0", "parameter"], ["parameter"], ["trace"]]
        #expect(try rewritten(example, declared: declared) == answer)
        #expect(try rewritten(example, [], declared: declared) == withoutFault)
    }

    @Test(
        "any other list is left out, since it is true of one request alone",
        arguments: [#"[{"pointer":"/to","detail":"It is bad."}]"#, "[1]", #"["a"]"#, #"[[]]"#]
    )
    func unclear(example: String) throws {
        #expect(try rewritten("{\"errors\":\(example),\"b\":{\"to\":1}}") == #"{"b":{"to":1}}"#)
    }

    @Test("a list that a path of the spec leads through keeps what the path names")
    func known() throws {
        let example = #"{"errors":[{"message":"No.","field":"to","id":"e1"},{"message":"Never.","field":"to"}]}"#
        let path = [["errors", "0", "message"]]
        #expect(try rewritten(example, known: path) == #"{"errors":[{"message":"No.","field":"text","id":"e1"}]}"#)
        #expect(try rewritten(example, [], known: path) == #"{"errors":[{"message":"No.","id":"e1"}]}"#)
    }

    @Test("what refuses in a success stays, and so does an empty list")
    func sign() throws {
        #expect(try rewritten(#"{"refusals":[1],"others":[]}"#, []) == #"{"refusals":[1],"others":[]}"#)
    }

    @Test("the sandbox puts the field at fault where the example has another one")
    func served() throws {
        let api = """
            waybill: 1
            api: Depot
            clients:
              DepotClient:
                servers: {production: "https://depot.example"}
                auth: {}
                resources: [things]
            errors: {message: message, code: code, codes: {invalid: {status: 422}}}
            """
        let things = """
            resource: things
            operations:
              send:
                http: POST /things
                body: {to: {type: string, maxLength: 2}, text: {type: string, maxLength: 2}}
                examples:
                  sent: {arguments: {to: a, text: t}, status: 204}
                  failed:
                    status: 422
                    response: '{"message":"m","code":"invalid","errors":[{"field":"to","message":"m"}],"help":["a"]}'
            """
        var sandbox = try PlayedSandbox(api: api, resource: things)
        let answer = sandbox.send("POST", "/things", #"{"to":"a","text":"long"}"#)
        #expect(answer.json["errors"] == [["field": "text", "message": "must have at most 2 characters"]])
        #expect(answer.json["help"] == nil)
        let fault = [(name: "X-Sandbox-Fault", value: "status=422")]
        let played = sandbox.send("POST", "/things", #"{"to":"a","text":"b"}"#, headers: fault)
        #expect(played.json["errors"] == [["field": "to", "message": "m"]])
    }
}
