import TestSupport
import Testing
import Walinko
import WaybillTesting

/// Requests as values: built beforehand, shown, sent, and sent again.
@Suite struct WalinkoRequestTests {
    private static let send = WalinkoClient.Messages.send(
        deviceID: 1,
        templateID: 12,
        phone: "+8801617738431",
        variables: ["name": "Kazi O'Neil"],
        idempotencyKey: "order-1"
    )

    @Test("a built request goes out as the call does, byte for byte")
    func sameAsCall() async throws {
        let bench = try WalinkoBench(.sent, .sent)
        _ = try await bench.client.send(Self.send)
        _ = try await bench.client.messages.send(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["name": "Kazi O'Neil"],
            idempotencyKey: "order-1"
        )
        #expect(bench.requests[0].headers == bench.requests[1].headers)
        #expect(bench.requests[0].body == bench.requests[1].body)
        #expect(bench.requests[0].url == bench.requests[1].url)
    }

    @Test("enqueue and fetch are values as well, and know their operation")
    func otherBuilders() async throws {
        let enqueue = WalinkoClient.Messages.enqueue(deviceID: 1, templateID: 2, phone: "12345678")
        let fetch = WalinkoClient.Messages.fetch("tx_1")
        #expect(
            [Self.send.operation, enqueue.operation, fetch.operation] == [
                "messages.send", "messages.enqueue", "messages.fetch",
            ]
        )
        let bench = try WalinkoBench(.ok(WalinkoEnqueueTests.example, status: 202), .state("sent"))
        let job: APIResponse<QueuedMessage> = try await bench.client.send(enqueue)
        let status: APIResponse<MessageStatus> = try await bench.client.send(fetch)
        #expect(job.isQueued)
        #expect(status.isSent)
    }

    @Test("one value sent twice makes two calls, each with a key of its own")
    func twoCalls() async throws {
        let request = WalinkoClient.Messages.send(deviceID: 1, templateID: 2, phone: "12345678")
        let bench = try WalinkoBench(.sent, .sent, randomness: .seeded(5))
        _ = try await bench.client.send(request)
        _ = try await bench.client.send(request)
        #expect(Set(bench.requests.map { $0.header("Idempotency-Key") }).count == 2)
    }

    @Test("a request with refused arguments is refused when it is sent or shown")
    func refused() async throws {
        let request = WalinkoClient.Messages.send(deviceID: 0, templateID: 2, phone: "12345678")
        let bench = try WalinkoBench(.sent)
        await #expect(throws: WalinkoError.self) { try await bench.client.send(request) }
        let error = try #require(throws: WalinkoError.self) { try bench.client.curl(request) }
        guard case .invalidArgument = error else { throw Unexpected(error) }
        #expect(bench.requests.isEmpty)
    }

    @Test("after an unknown outcome failure.request is sent again under the same key, with the same bytes")
    func resending() async throws {
        let bench = try WalinkoBench(.reset, .reset, .reset, .sent, randomness: .seeded(5))
        let request = WalinkoClient.Messages.send(
            deviceID: 1,
            templateID: 2,
            phone: "12345678",
            variables: ["b": "1", "a": "2"]
        )
        let error = try await #require(throws: WalinkoError.self) { try await bench.client.send(request) }
        #expect(error.delivery == .unknown)
        let filled = try #require(error.request)
        _ = try await bench.client.send(request.resending(filled))
        #expect(bench.requests.count == 4)
        #expect(Set(bench.requests.map { $0.header("Idempotency-Key") }).count == 1)
        #expect(Set(bench.requests.map(\.body)).count == 1)
        #expect(filled.idempotencyKey == bench.requests[3].header("Idempotency-Key"))

        let other = WalinkoClient.Messages.enqueue(deviceID: 1, templateID: 2, phone: "12345678").resending(filled)
        let refusal = try await #require(throws: WalinkoError.self) { try await bench.client.send(other) }
        guard case .invalidArgument = refusal else { throw Unexpected(refusal) }
        #expect(bench.requests.count == 4)
    }

    @Test("the key of an answer, passed again, repeats the call")
    func keyOfAnswer() async throws {
        let bench = try WalinkoBench(.sent, .sent, randomness: .seeded(5))
        let sent = try await bench.send()
        _ = try await bench.send(idempotencyKey: sent.http.request.idempotencyKey)
        #expect(bench.requests[0].headers == bench.requests[1].headers)
    }

    @Test("curl: the whole command, its secrets masked, its quotes safe")
    func curl() throws {
        let bench = try WalinkoBench()
        let command = try bench.client.curl(Self.send)
        let lines = command.split(separator: " \\\n  ").map(String.init)
        #expect(lines.first == "curl -X POST 'https://api.walinko.com/api/v1/public/messages'")
        #expect(lines.contains("-H 'Content-Type: application/json'"))
        #expect(lines.contains("-H 'Idempotency-Key: order-1'"))
        #expect(lines.contains { $0.hasPrefix("-H 'Authorization: ") })
        #expect(
            lines.last
                == #"--data-binary '{"device_id":1,"template_id":12,"phone":"+8801617738431","variables":{"name":"Kazi O'\''Neil"},"async":false}'"#
        )
        #expect(!command.contains("walk_live"))
        #expect(!command.contains("abc.def"))
        #expect(bench.requests.isEmpty)
    }

    @Test("curl of a GET has no body")
    func curlOfGet() throws {
        let command = try WalinkoBench().client.curl(WalinkoClient.Messages.fetch("tx_1"))
        #expect(command.hasPrefix("curl -X GET 'https://api.walinko.com/api/v1/public/messages/tx_1'"))
        #expect(!command.contains("--data"))
        #expect(!command.contains("Content-Type"))
    }
}
