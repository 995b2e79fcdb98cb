import Hummingbird
import HummingbirdTesting
import Testing

@testable import Receiver

@Suite("Forgeries, rotation, limits", .timeLimit(.minutes(30)))
struct VerificationTests {
    @Test("A body that was changed, by one blank even, is refused: 403 for Connectly, 401 for Simpu")
    func tampered() async throws {
        let fixture = try await Fixture()
        try await fixture.run { client async throws in
            let connectly = Fixture.connectlyBody
            let simpu = Fixture.simpuBody
            #expect(try await client.postConnectly(connectly + " ", signing: connectly) == 403)
            #expect(try await client.postConnectly(connectly.replacing("Hi", with: "Ho"), signing: connectly) == 403)
            #expect(try await client.postSimpu(simpu + "\n", signing: simpu) == 401)
            #expect(try await client.postSimpu(simpu.replacing("12.0", with: "1200"), signing: simpu) == 401)
        }
        #expect(try await fixture.lines().isEmpty)
    }

    @Test("A wrong secret and no signature are refused in the same way")
    func wrongSecret() async throws {
        let fixture = try await Fixture()
        try await fixture.run { client async throws in
            #expect(try await client.postConnectly(with: "another secret") == 403)
            #expect(try await client.postSimpu(with: "another secret") == 401)
            #expect(try await client.post("/webhooks/connectly", Fixture.connectlyBody, [:]) == 403)
            #expect(try await client.post("/webhooks/simpu", Fixture.simpuBody, [:]) == 401)
        }
        #expect(try await fixture.lines().isEmpty)
    }

    @Test("A forgery does not use up the event's id")
    func forgeryClaimsNothing() async throws {
        let fixture = try await Fixture()
        try await fixture.run { client async throws in
            #expect(try await client.postSimpu(with: "another secret") == 401)
            #expect(try await client.postSimpu() == 200)
            #expect(try await fixture.lines().count == 1)
        }
    }

    @Test("While secrets rotate both hold, and the delivery tells which one it was; afterwards the old one is refused")
    func rotation() async throws {
        let rotating = try await Fixture(secrets: ["new secret", "old secret"])
        try await rotating.run { client async throws in
            #expect(try await client.postConnectly(with: "old secret") == 200)
            #expect(try await rotating.lines().last == "Ada wrote: Hi (secret 1)")
            #expect(try await client.postSimpu(with: "new secret") == 200)
            #expect(try await rotating.lines().last == "Airtime for 2348000000001 was bought (secret 0)")
        }
        let rotated = try await Fixture(secrets: ["new secret"])
        try await rotated.run { client async throws in
            #expect(try await client.postConnectly(with: "old secret") == 403)
            #expect(try await client.postSimpu(with: "old secret") == 401)
        }
    }

    @Test("A body above the limit is answered with 413, signed or not, and one at the limit is looked at")
    func tooLarge() async throws {
        let space = String(repeating: " ", count: WebhookServer.bodyLimit - Fixture.simpuBody.utf8.count)
        let atLimit = try await Fixture()
        try await atLimit.run { client async throws in
            #expect(try await client.postSimpu(Fixture.simpuBody + space) == 200)
            #expect(try await atLimit.lines().count == 1)
        }
        let above = try await Fixture()
        try await above.run { client async throws in
            #expect(try await client.postSimpu(Fixture.simpuBody + space + " ") == 413)
        }
        let unsigned = try await Fixture()
        try await unsigned.run { client async throws in
            #expect(try await client.post("/webhooks/connectly", Fixture.simpuBody + space + " ", [:]) == 413)
        }
        #expect(try await above.lines().isEmpty)
        #expect(try await unsigned.lines().isEmpty)
    }

    @Test("An event of a new type is taken")
    func unknownType() async throws {
        let fixture = try await Fixture()
        try await fixture.run { client async throws in
            #expect(try await client.postConnectly(#"{"topic":"channel_moved","timestamp":"1700000000"}"#) == 200)
            #expect(try await fixture.lines().last == "Connectly sent something new: channel_moved (secret 0)")
            #expect(
                try await client.postSimpu(#"{"id":"evt.voice_1","type":"VOICE_RANG","data":{"object":{}}}"#) == 200
            )
            #expect(try await fixture.lines().last == "Simpu sent something new: VOICE_RANG (secret 0)")
        }
    }

    @Test("What is signed and no event is worked on like any other, since it never gets better by coming again")
    func unreadable() async throws {
        let fixture = try await Fixture()
        try await fixture.run { client async throws in
            #expect(try await client.postConnectly("no JSON") == 200)
            #expect(try await client.postSimpu(#"{"id":"evt.1","type":"TEXT_DELIVERED"}"#) == 200)
        }
        #expect(
            try await fixture.lines() == [
                "Connectly sent an event without a type, which cannot be read: a byte that JSON does not allow here (secret 0)",
                "Simpu sent TEXT_DELIVERED, which cannot be read: object: \"object\" is missing (secret 0)",
            ]
        )
    }
}
