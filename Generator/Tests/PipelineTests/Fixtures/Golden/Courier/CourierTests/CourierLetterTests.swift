import Courier
import Testing
import WaybillTesting

/// Answers whose shape the status tells, and items of a list that are told by a member.
@Suite struct CourierLetterTests {
    private func client(_ answer: StubAnswer) throws -> CourierClient {
        try CourierBench(answer).client
    }

    @Test(
        "the status tells the shape, in each range",
        arguments: [(200, "letter l1"), (202, "ticket k1"), (206, "ticket k1"), (207, "ticket k1"), (203, "unrecognized")]
    )
    func shapes(_ status: Int, _ shape: String) async throws {
        let client = try client(.json(status, #"{"result":{"id":"l1","ticket":"k1"}}"#))
        let answer = try await client.letters.send(text: "Hello")
        #expect(Self.shown(answer.value) == shape)
        #expect(answer.http.unread.isEmpty)
    }

    @Test("what is not of the shape that its status tells is kept as it came, with the call's success")
    func other() async throws {
        let answer = try await client(.json(202, #"{"result":{"id":"l1"}}"#)).letters.send(text: "Hello")
        #expect(answer.value == .unrecognized(["id": "l1"]))
        #expect(answer.value.json == ["id": "l1"])
    }

    @Test("a success without a body has no shape, where the answer may be missing")
    func nothing() async throws {
        let client = try CourierBench(.status(204), .json(200, #"{"result":{"id":"l1"}}"#)).client
        #expect(try await client.letters.withdraw("l2").value == nil)
        #expect(try await client.letters.withdraw("l1").value == .letter(Letter(id: "l1")))
    }

    @Test("each item has its own outcome; null is no member, and the API's codes are known")
    func items() async throws {
        let body = #"""
            {"result":{"letters":[{"to":"a","id":"l1","error":null},{"to":"b","error":{"code":"no_route"}},\#
            {"to":"c","held":{"until":"2025-06-15T15:10:00Z"},"error":null},{"to":"d"},7]}}
            """#
        let answer = try await client(.json(207, body)).letters.sendAll(to: ["a", "b", "c", "d", "e"])
        let letters = answer.letters.elements
        #expect(letters.count == 5)
        if case .posted(let posted) = letters[0] {
            #expect(posted.id == "l1")
        } else {
            Issue.record("not posted")
        }
        if case .refused(let refused) = letters[1] {
            #expect(refused.error.code == .noRoute)
        } else {
            Issue.record("not refused")
        }
        if case .held = letters[2] {} else { Issue.record("not held") }
        // No member of it tells more, so that it is read as the last shape, which it does not fit.
        #expect(letters[3] == .unrecognized(["to": "d"]))
        #expect(letters[4] == .unrecognized(7))
    }

    private static func shown(_ letter: SentLetter) -> String {
        switch letter {
        case .letter(let letter): "letter \(letter.id)"
        case .ticket(let ticket): "ticket \(ticket.ticket)"
        default: "unrecognized"
        }
    }
}
