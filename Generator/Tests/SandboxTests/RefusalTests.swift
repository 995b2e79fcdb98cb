import Testing
import WaybillJSON

@testable import Sandbox

/// An API that refuses in successes: its examples, its faults and what the sandbox itself refuses.
@Suite struct RefusalTests {
    private static func api(_ errors: String) -> String {
        """
        waybill: 1
        api: Depot
        clients:
          DepotClient:
            servers: {production: "https://depot.example"}
            auth: {}
            resources: [things]
        errors: \(errors)
        """
    }

    private static let things = """
        resource: things
        operations:
          send:
            http: POST /things
            body: {step: Step, day: date, at: timestamp.rfc2822}
            returns: json
            examples:
              refused:
                arguments: {step: 1, day: "2026-05-01", at: "1 May 2026 03:38 GMT"}
                status: 200
                response: '{"code":7,"trace":"t"}'
              sent:
                arguments: {step: 1, day: "2026-05-01", at: "1 May 2026 03:38 GMT"}
                status: 200
                response: '{"code":0,"day":"2020-01-01","step":2}'
          find:
            http: GET /things
            query: {day: "date?", at: "timestamp.rfc2822?", step: "Step?"}
            returns: json
            examples:
              found: {status: 200, response: '{"code":0}'}
        enums:
          Step: {of: int, values: ["1", "2"]}
        """

    private static let numbers =
        #"{code: code, message: text, refusal: {at: code, unless: 0}, codes: {"7": {}, "9": {status: 503}}}"#

    private func answer(
        _ errors: String = Self.numbers,
        fault: String? = nil,
        body: String = #"{"step":1,"day":"2026-05-01","at":"Fri, 01 May 2026 03:38:07 +0000"}"#
    ) throws -> SandboxAnswer {
        var sandbox = try PlayedSandbox(api: Self.api(errors), resource: Self.things)
        return sandbox.send("POST", "/things", body, headers: fault.map { [("X-Sandbox-Fault", $0)] } ?? [])
    }

    @Test("the first example of a success is answered, and no refusal")
    func success() throws {
        let answer = try answer()
        #expect(answer.status == 200)
        #expect(answer.json["code"] == 0)
        #expect(answer.json["day"] == "2026-05-01" && answer.json["step"] == 1)
    }

    @Test("a code that is asked for comes with its status, or in a success")
    func faults() throws {
        #expect(try answer(fault: "code=7").text == #"{"code":7,"trace":"t"}"#)
        let broken = try answer(fault: "code=9")
        #expect(broken.status == 503 && broken.json["code"] == 9)
        let within = try answer(fault: "status=200,code=9")
        #expect(within.status == 200 && within.json["code"] == 9 && within.json["text"] == "a fault that was asked for")
    }

    @Test("a refusal in a success has the sign of one, whatever the sign is")
    func signs() throws {
        let flag = "{message: text, code: error, refusal: {at: ok, equals: false}, codes: [bad]}"
        #expect(try answer(flag, fault: "status=200,code=bad").json["ok"] == false)
        let member = "{message: text, code: code, refusal: {at: failed}, codes: [bad]}"
        #expect(try answer(member, fault: "status=200,code=bad").json["failed"] == true)
    }

    @Test("problem details have their code, their text and their members beside each other")
    func problems() throws {
        let answer = try answer(
            "{form: problem, codes: {\"https://d.example/p/busy\": {status: 503}}}",
            fault: "status=503"
        )
        #expect(answer.json["type"] == "https://d.example/p/busy")
        #expect(answer.json["detail"] == "a fault that was asked for")
        #expect(answer.header("Content-Type") == "application/problem+json")
    }

    @Test("problem details have their media type, and neither the occurrence nor the title of another one")
    func occurrences() throws {
        let things = """
            resource: things
            operations:
              send:
                http: POST /things
                body: {text: {type: string, maxLength: 2}}
                examples:
                  sent: {arguments: {text: t}, status: 204}
                  failed: {status: 422, response: '{"type":"x:a","title":"A","detail":"d","instance":"/1","status":422}'}
            """
        var sandbox = try PlayedSandbox(api: Self.api("{form: problem, codes: [\"x:a\"]}"), resource: things)
        let invalid = sandbox.send("POST", "/things", #"{"text":"long"}"#)
        #expect(invalid.status == 422 && invalid.header("Content-Type") == "application/problem+json")
        #expect(invalid.json["instance"] == nil && invalid.json["title"] == nil && invalid.json["status"] == 422)
        let malformed = sandbox.send("POST", "/things", "{")
        #expect(malformed.status == 400 && malformed.json["instance"] == nil && malformed.json["status"] == 400)
        let fault = [(name: "X-Sandbox-Fault", value: "status=422")]
        let played = sandbox.send("POST", "/things", #"{"text":"t"}"#, headers: fault)
        #expect(played.header("Content-Type") == "application/problem+json" && played.json["instance"] == "/1")
    }

    @Test(
        "days, times of mail and numbers are checked in bodies and queries",
        arguments: [
            (#"{"step":"1","day":"2026-05-01","at":"1 May 2026 03:38 GMT"}"#, "step"),
            (#"{"step":1,"day":"2026-02-30","at":"1 May 2026 03:38 GMT"}"#, "day"),
            (#"{"step":1,"day":"2026-05-01","at":"2026-05-01T03:38:07Z"}"#, "at"),
        ]
    )
    func checked(body: String, field: String) throws {
        let answer = try answer(body: body)
        #expect(answer.status == 422)
        #expect(answer.json["text"]?.stringValue?.contains(field) == true, "\(answer.text)")
    }

    @Test("a query has them as text")
    func queries() throws {
        var sandbox = try PlayedSandbox(api: Self.api(Self.numbers), resource: Self.things)
        let good = "day=2026-05-01&step=9&at=Fri%2C%2001%20May%202026%2003%3A38%3A07%20%2B0000"
        #expect(sandbox.send("GET", "/things", query: good).status == 200)
        for bad in ["day=2026-02-30", "step=one", "at=soon"] {
            #expect(sandbox.send("GET", "/things", query: bad).status == 422, "\(bad)")
        }
    }
}
