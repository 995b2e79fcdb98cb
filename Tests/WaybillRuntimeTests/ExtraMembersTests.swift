import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct ExtraMembersTests {
    @Test("Extra members stand behind the operation's own, in their order, and are filled and signed with them")
    func added() async throws {
        let exchange = try SampleExchange([.status(200)], definition: .signed)
        let request = Sample.deliver("e1").adding(["z": 1, "a": ["é", nil]]).adding(["b": [:], "z": 2])
        let filled = try exchange.client.fill(request)
        let body = String(decoding: filled.body ?? [], as: UTF8.self)
        #expect(body.hasPrefix(#"{"event":{"event_id":"e1","#))
        #expect(body.hasSuffix(#""},"z":2,"a":["é",null],"b":{}}"#))
        #expect(filled.idempotencyKey == "e1")
        let answer = try await exchange.client.send(request)
        #expect(answer.http.request.body == exchange.transport.requests[0].body)
        #expect(exchange.transport.requests[0].json?["z"] == 2)
    }

    @Test("Members that an operation has an argument for go along, and none that it has a place for")
    func argument() async throws {
        let exchange = try SampleExchange([], definition: .signed)
        var request = Sample.deliver("e1")
        request.addMembers(["z": 1, "a": nil], argument: "extra", besides: ["event"])
        let body = String(decoding: try exchange.client.fill(request.adding(["z": 2])).body ?? [], as: UTF8.self)
        #expect(body.hasSuffix(#""},"z":2,"a":null}"#))
        request.addMembers(["event": 1], argument: "extra", besides: ["event"])
        let taken = try await exchange.failure(of: request)
        #expect(taken.message == "extra must not have event, for which the operation has a place")
        #expect(exchange.transport.requests.isEmpty)
    }

    @Test("A body without members of its own takes them alone")
    func alone() throws {
        var request = APIRequest<SampleClient, NoContent>(
            OperationDefinition(id: "messages.touch", method: .post, path: "/touch", resend: .safe)
        )
        request.setBody { writer, _ in
            writer.beginObject()
            writer.endObject()
        }
        let client = try SampleExchange([]).client
        #expect(try client.fill(request.adding(["a": 1])).body == Array(#"{"a":1}"#.utf8))
        #expect(try client.fill(request.adding([:])).body == Array("{}".utf8))
    }

    @Test("What the body has already, and what has no body, is refused, and nothing is sent")
    func refused() async throws {
        let exchange = try SampleExchange([])
        let taken = try await exchange.failure(of: Sample.send("hello").adding(["order": 1, "text": "b", "made": 0]))
        #expect(
            taken.message.split(separator: "; ") == [
                "adding must not have text, which the body has already",
                "adding must not have made, which the body has already",
            ]
        )
        let bodiless = try await exchange.failure(of: Sample.fetch().adding(["a": 1]))
        #expect(bodiless.message == "adding is not possible: messages.fetch has no body")
        var list = APIRequest<SampleClient, NoContent>(Sample.get("messages.put"))
        list.setBody { writer, _ in
            writer.beginArray()
            writer.endArray()
        }
        let listed = try await exchange.failure(of: list.adding(["a": 1]))
        #expect(listed.message == "adding needs a body that is an object")
        #expect(exchange.transport.requests.isEmpty)
    }
}
