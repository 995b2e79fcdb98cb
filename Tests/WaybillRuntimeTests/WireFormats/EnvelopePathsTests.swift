import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct EnvelopePathsTests {
    private func read(_ json: String, _ envelope: EnvelopePaths?) throws -> JSONValue {
        var unread: [UnreadMember] = []
        return try AnswerReader.read(Array(json.utf8), envelope: envelope, noting: &unread) { $0.value() }
    }

    @Test("The first place where there is something wins; the whole body where the list says so")
    func order() throws {
        let envelope: EnvelopePaths = ["data.message", "message", "none"]
        #expect(try read(#"{"message":1,"data":{"x":[{}],"message":2}}"#, envelope) == 2)
        #expect(try read(#"{"message":1,"data":{"message":null}}"#, envelope) == 1)
        #expect(try read(#"{"data":{"message":1,"message":2}}"#, envelope) == 2)
        #expect(try read(#"{"data":7,"id":1}"#, envelope) == .object(["data": 7, "id": 1]))
        #expect(try read("[1]", envelope) == [1])
        #expect(try read(#"{"d\u0061ta":{"message":3}}"#, envelope) == 3)
        #expect(try read(#"{"data":1}"#, "data") == 1)
        #expect(try read(#"{"data":1}"#, nil) == .object(["data": 1]))
        #expect(try read(#"{"data":1}"#, "none") == .object(["data": 1]))
    }

    @Test(
        "Nothing in any place, no object, or no JSON",
        arguments: [
            (#"{"x":1}"#, JSONError.Reason.missing(key: "data.message")),
            (#"{"data":null,"a":null}"#, .missing(key: "data.message")),
            ("[1]", .typeMismatch(expected: "an object", found: "an array")), ("", .unexpectedEnd),
            (#"{"a""#, .unexpectedEnd),
            (#"{"a":1"#, .unexpectedEnd), (#"{"a":1}x"#, .trailingBytes),
        ]
    )
    func nothing(json: String, reason: JSONError.Reason) {
        let error = #expect(throws: JSONError.self) { try read(json, ["data.message", "a"]) }
        #expect(error?.reason == reason)
    }
}
