import Testing
import WaybillStores

/// The commands of claims; what they do is shown on a real server.
@Suite struct RedisDeduplicationStoreTests {
    @Test("a claim is one command")
    func claim() async throws {
        let (server, claim) = (ScriptedServer(.null), ClaimID())
        let store = RedisDeduplicationStore(server, prefix: "p:")
        #expect(try await store.claim("k", as: claim, lease: .milliseconds(1_500)) == .claimed)
        #expect(try await store.claim("k", as: claim, lease: .zero) == .claimed)
        #expect(
            server.commands == [
                ["SET", "p:k", claim.text, "NX", "GET", "PX", "1500"],
                ["SET", "p:k", claim.text, "NX", "GET", "PX", "1"],
            ]
        )
    }

    @Test("what stands there already says whose the key is")
    func states() async throws {
        let claim = ClaimID()
        let answers: [(RESPReply, ClaimResult)] = [
            (.text("done"), .done), (.text("other"), .busy), (.text(claim.text), .claimed),
        ]
        for (reply, result) in answers {
            let store = RedisDeduplicationStore(ScriptedServer(reply))
            #expect(try await store.claim("k", as: claim, lease: .seconds(1)) == result)
        }
    }
}
