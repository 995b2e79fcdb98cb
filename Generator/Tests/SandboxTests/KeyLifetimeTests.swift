import Testing

@testable import Sandbox

/// How long the sandbox knows an idempotency key.
@Suite struct KeyLifetimeTests {
    private func sandbox() throws -> PlayedSandbox {
        try PlayedSandbox(
            api: SpecFixture.things + "\nmetadata: {replayed: Replayed}",
            resource: """
                resource: things
                operations:
                  make:
                    http: POST /things
                    resend: keyed
                    idempotencyKey: {header: Idempotency-Key, keep: 2s}
                    returns: Thing
                    examples:
                      made:
                        status: 200
                        response: '{"id":"t1"}'
                models:
                  Thing: {fields: {id: id}}
                """
        )
    }

    @Test("a key is known for as long as the spec says, and is new after it")
    func forgets() throws {
        var sandbox = try sandbox()
        var replayed: [Bool] = []
        for pause: Int64 in [0, 1_999, 1, 1_999] {
            sandbox.now += pause
            let answer = sandbox.send("POST", "/things", headers: [("Idempotency-Key", "k")])
            #expect(answer.status == 200)
            replayed.append(answer.header("Replayed") == "true")
        }
        #expect(replayed == [false, true, false, true])
    }
}
