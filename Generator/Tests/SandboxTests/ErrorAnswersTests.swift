import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct ErrorAnswersTests {
    private static func api(_ codes: String) -> String {
        """
        waybill: 1
        api: Depot
        clients:
          DepotClient:
            servers: {production: "https://depot.example"}
            auth:
              credentials: {key: {}, branch: {default: ""}}
              headers: {X-Key: "{key}", X-Branch: "branch {branch}"}
            resources: [things]
        errors:
          message: [error.message]
          code: [error.code]
          fields:
            faults: {type: "list<Fault>?", at: error.faults}
          codes: \(codes)
        models:
          Fault: {fields: {message: "string?", place: "string?"}}
        """
    }

    private static func things(_ response: String) -> String {
        """
        resource: things
        operations:
          send:
            http: POST /things
            body: {text: {type: string, maxLength: 2}}
            examples:
              sent: {arguments: {text: t}, status: 204}
              failed: {status: 500, response: '\(response)'}
        """
    }

    private func refused(
        _ codes: String = "{}",
        _ response: String = "",
        fault: String? = nil,
        branch: String? = nil
    ) throws -> SandboxAnswer {
        var sandbox = try PlayedSandbox(api: Self.api(codes), resource: Self.things(response))
        let headers = [("X-Key", "sandbox")] + (branch.map { [("X-Branch", $0)] } ?? [])
        let faults = fault.map { [("X-Sandbox-Fault", $0)] } ?? []
        return sandbox.send("POST", "/things", #"{"text":"long"}"#, headers: headers + faults)
    }

    @Test("A code is a number where the examples have numbers, or all codes are numbers")
    func numbers() throws {
        let fault = "status=500,code=7"
        let text = try refused("[seven, \"7\"]", #"{"error":{"code":"seven"}}"#, fault: fault)
        #expect(text.json.value(at: "error.code") == "7")
        let number = try refused("[\"7\", \"8\"]", #"{"error":{"code":8}}"#, fault: fault)
        #expect(number.json.value(at: "error.code") == 7)
        let unseen = try refused("[\"7\"]", fault: fault)
        #expect(unseen.json.value(at: "error.code") == 7)
    }

    @Test("Where text and code have one place, a code of the status stands there, and no prose")
    func onePlace() throws {
        func refused(_ errors: String) throws -> JSONValue {
            let api = Self.api("{}").replacing(#/errors:(.|\n)*?models:/#, with: "errors: \(errors)\nmodels:")
            var sandbox = try PlayedSandbox(api: api, resource: Self.things(#"{"error":"gone","text":"Gone."}"#))
            let headers = [(name: "X-Key", value: "sandbox")]
            return sandbox.send("POST", "/things", #"{"text":"long"}"#, headers: headers).json
        }
        let codes = "codes: {gone: {status: 500}, invalid: {status: 422}}"
        #expect(try refused("{message: error, code: error, \(codes)}")["error"] == "invalid")
        let unknown = try refused("{message: error, code: error, codes: [gone]}")
        #expect(unknown["error"]?.stringValue?.contains("text ") == true)
        let apart = try refused("{message: [error, text], code: error, \(codes)}")
        #expect(apart["error"] == nil && apart["text"]?.stringValue?.contains("text must have") == true)
    }

    @Test("The list of refused fields has messages where messages stand")
    func lists() throws {
        #expect(
            try refused().json.value(at: "error.faults")
                == [["place": "text", "message": "must have at most 2 characters"]]
        )
    }

    @Test("The header of an optional credential may be missing, and holds where it is there")
    func optional() throws {
        #expect(try refused().status == 422)
        #expect(try refused(branch: "branch ").status == 422)
        #expect(try refused(branch: "branch other").status == 401)
    }

    @Test(
        "what is invalid is refused with 400 where the spec knows that status and not 422",
        arguments: [
            ("{bad: {status: 400}}", 400), ("{bad: {status: 400}, worse: {status: 422}}", 422), ("{}", 422),
        ]
    )
    func invalidStatus(codes: String, status: Int) throws {
        var sandbox = try PlayedSandbox(api: Self.api(codes), resource: Self.things(""))
        let headers = [("X-Key", "sandbox"), ("Content-Type", "application/json")]
        #expect(sandbox.send("POST", "/things", #"{"text":"too long"}"#, headers: headers).status == status)
    }

    @Test("a path that no operation has is refused as what is not found")
    func unknownPath() throws {
        var sandbox = try PlayedSandbox("walinko")
        let answer = sandbox.send("GET", "/nothing")
        #expect(answer.status == 404)
        #expect(answer.json["error_code"] == "delivery_not_found")
    }

    @Test("a failure that the spec shows as text is answered as text")
    func text() throws {
        var sandbox = try PlayedSandbox(api: Self.api("{}"), resource: Self.things("Could not verify your access."))
        let headers = [("X-Key", "sandbox"), ("X-Sandbox-Fault", "status=500")]
        let answer = sandbox.send("POST", "/things", #"{"text":"t"}"#, headers: headers)
        #expect(answer.status == 500)
        #expect(String(decoding: answer.body, as: UTF8.self) == "Could not verify your access.")
        #expect(answer.headers.contains { $0 == ("Content-Type", "text/plain; charset=utf-8") })
    }
}
