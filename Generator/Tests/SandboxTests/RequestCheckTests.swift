import Testing
import WaybillJSON

@testable import Sandbox

@Suite struct RequestCheckTests {
    private let path = "/api/v1/public/messages"

    private func walinko(_ body: String) throws -> SandboxAnswer {
        var sandbox = try PlayedSandbox("walinko")
        return sandbox.bearer("POST", path, body)
    }

    private func messages(_ body: String) throws -> SandboxAnswer {
        var sandbox = try PlayedSandbox("simpleconnect")
        return sandbox.bearer("POST", "/api/v1/messages", body, key: "sk_live_sandbox")
    }

    @Test("All wrong fields are reported together, under their wire names")
    func together() throws {
        let answer = try walinko(#"{"device_id":0,"phone":"12","variant_index":1.5,"async":false,"extra":1}"#)
        #expect(answer.status == 422)
        #expect(answer.json["error_code"] == "validation_error")
        let fields = answer.json.value(at: "details.fields")
        #expect(fields?["device_id"] == ["must be at least 1"])
        #expect(fields?["template_id"] == ["is required"])
        #expect(fields?["phone"] == [#"must match ^\+?\d{8,15}$"#])
        #expect(fields?["variant_index"] == ["must be a whole number"])
        #expect(fields?["extra"] == ["is not a field that this operation has"])
        #expect(fields?.objectValue?.count == 5)
        #expect(answer.json["message"]?.stringValue?.contains("template_id is required") == true)
    }

    @Test("A4 a pattern takes the digits that the client takes: those of ASCII")
    func digits() throws {
        let answer = try walinko(#"{"device_id":1,"template_id":2,"phone":"+৮৮০১৬১৭৭৩৮৪৩১"}"#)
        #expect(answer.status == 422)
        #expect(answer.json.value(at: "details.fields.phone") == [#"must match ^\+?\d{8,15}$"#])
        #expect(try walinko(#"{"device_id":1,"template_id":2,"phone":"+8801617738431"}"#).status == 200)
    }

    @Test("A body that is no JSON object is malformed", arguments: ["", "{", "[]", "null", #"{"a":1,"a":2}"#])
    func malformed(body: String) throws {
        let answer = try walinko(body)
        #expect(answer.status == 400)
        #expect(answer.json["error_code"] == "bad_request")
        #expect(answer.json["details"] == nil)
    }

    @Test("A constant must have its value, and may be left out")
    func constants() throws {
        let rest = #""device_id":1,"template_id":2,"phone":"+8801617738431""#
        #expect(try walinko("{\(rest),\"async\":false}").status == 200)
        #expect(try walinko("{\(rest),\"async\":true}").status == 202)
        #expect(try walinko("{\(rest)}").status == 200)
        let answer = try walinko("{\(rest),\"async\":\"yes\"}")
        #expect(answer.json.value(at: "details.fields.async") == ["must be false"])
    }

    @Test("Models in lists are checked at their place")
    func nested() throws {
        let answer = try messages(#"{"template_name":" ","recipients":[{"mobile_no":"1"},{"name":"x","age":3}]}"#)
        #expect(answer.status == 422)
        let message = try #require(answer.json["message"]?.stringValue)
        #expect(message.contains("template_name must not be blank"))
        #expect(message.contains("recipients[1].mobile_no is required"))
        #expect(message.contains("recipients[1].age is not a field"))
    }

    @Test("Lists have their limits")
    func items() throws {
        let answer = try messages(#"{"template_name":"t","recipients":[]}"#)
        #expect(answer.json["message"]?.stringValue?.contains("recipients must not be empty") == true)
    }

    @Test(
        "Unions are told apart by key and by type",
        arguments: [
            (#""header":{"text":["a"]}"#, nil), (#""header":{"image":{"link":"l"}},"body":{"k":"v"}"#, nil),
            (#""header":{"text":["a"],"image":{"link":"l"}}"#, "header must be an object with exactly one key"),
            (#""header":{"sound":1}"#, "header must be an object with exactly one key"),
            (#""header":{"image":{}}"#, "header.image.link is required"),
            (#""header":{"location":{"latitude":91,"longitude":0}}"#, "header.location.latitude must be at most 90"),
            (#""body":7"#, "body must be an array or an object"), (#""body":["a",1]"#, "body[1] must be a string"),
        ] as [(String, String?)]
    )
    func unions(member: String, problem: String?) throws {
        let answer = try messages(#"{"template_name":"t","recipients":[{"mobile_no":"1"}],\#(member)}"#)
        #expect(answer.status == (problem == nil ? 202 : 422))
        if let problem { #expect(answer.json["message"]?.stringValue?.contains(problem) == true) }
    }

    @Test("A model with additional properties takes any, and checks its own")
    func additionalProperties() throws {
        var sandbox = try PlayedSandbox("simpleconnect")
        let body =
            #"{"recipient":{"mobile_no":"+1"},"event":{"name":"paid","event_id":"e","occurred_at":"soon","x":[1]}}"#
        let answer = sandbox.signed("POST", "/api/v1/integrations/purepani/events", body)
        #expect(answer.status == 422)
        #expect(
            answer.json["message"]
                == "the request is not valid: event.occurred_at must be a time such as 2026-05-01T03:38:07Z"
        )
    }
}
