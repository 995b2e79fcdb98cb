import Foundation
import Testing

@Suite struct WebhookTests {
    private static let hooks = """
        webhooks:
          PigeonWebhook:
            about: Receives pigeons.
            secret: { about: The secret. }
            signature:
              algorithm: sha256
              encoding: hex
              signs: "{body}"
              header: { name: x-pigeon, value: "sha256={signature}" }
            deduplicate: { field: id }
            acknowledge: [204]
            refuse: 404
            event: PigeonEvent
            vectors:
              - secret: coo
                body: '{"id":"p.1","type":"landed"}'
                signature: 1359cdf542a62b990d763949ab085af9b03b0b36e2afbfb4557b62acd529dcaa
            examples:
              landed:
                about: A pigeon has come.
                body: '{"id":"p.1","type":"landed"}'
              lost:
                about: A pigeon has not come.
                body: '{"id":"p.2","type":"lost"}'
              ringed:
                about: A pigeon has a ring.
                body: '{"id":"p.3","ring":"r.1"}'

        unions:
          PigeonEvent:
            about: What happened.
            by: { field: type }
            cases:
              landed: { type: Landing, about: It has come. }
              lost: { type: Landing, about: It has not. }
              ringed: { type: Landing, has: ring, about: It has a ring. }

        models:
          Landing:
            about: A landing.
            fields:
              id: { type: string, about: Its id. }

        """

    private func tool() throws -> Tool {
        let tool = try Tool()
        try tool.write(Self.hooks, to: "spec/pigeon/receiving.yaml")
        return tool
    }

    @Test("webhook sign prints what webhook verify takes")
    func roundTrip() throws {
        let tool = try tool()
        defer { tool.remove() }
        let signed = try tool.run("webhook", "sign", "spec/pigeon", "--example", "landed", "--secret", "coo")
        #expect(signed.status == 0)
        let parts = signed.output.components(separatedBy: "\n\n")
        #expect(parts.count == 2)
        #expect(parts.last == #"{"id":"p.1","type":"landed"}"#)
        let header = try #require(parts.first?.split(separator: "\n").last.map(String.init))
        #expect(header == "x-pigeon: sha256=1359cdf542a62b990d763949ab085af9b03b0b36e2afbfb4557b62acd529dcaa")
        try tool.write(parts[1], to: "body")
        let command = ["webhook", "verify", "spec/pigeon", "--secret", "old", "--secret", "coo", "--body", "body"]
        let verified = try tool.run(command + ["--header", header])
        #expect(verified.status == 0)
        #expect(verified.output == "holds: signed with secret 2 of 2\nevent: landed\n")
        try tool.write(parts[1] + "\n", to: "body")
        let longer = try tool.run(command + ["--header", header])
        #expect(longer.status == 1)
        #expect(
            longer.output.hasPrefix("does not hold: the signature is that of the body without its final line break")
        )
        let bare = try tool.run(command)
        #expect(bare.status == 1)
        #expect(bare.output == "does not hold: there must be exactly one header x-pigeon\n")
    }

    @Test("A3 an event without its name is the one whose member it has")
    func unnamed() throws {
        let tool = try tool()
        defer { tool.remove() }
        let signed = try tool.run("webhook", "sign", "spec/pigeon", "--example", "ringed", "--secret", "coo")
        let parts = signed.output.components(separatedBy: "\n\n")
        let header = try #require(parts.first?.split(separator: "\n").last.map(String.init))
        try tool.write(parts.last ?? "", to: "body")
        let command = ["webhook", "verify", "spec/pigeon", "--secret", "coo", "--body", "body", "--header", header]
        #expect(try tool.run(command).output == "holds: signed with secret 1 of 1\nevent: ringed\n")
    }

    /// The keys of RFC 8410, section 10.
    private static let privateKey = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----
        """
    private static let publicKey = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----
        """

    /// What `openssl pkeyutl -sign -rawin` makes of the body with that key.
    private static let vector = """
            vectors:
              - publicKey: MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
                body: '{"id":"p.1","type":"landed"}'
                signature: >-
                  c7850152e9b10433c08519500b6f45e49dd9178b6efdde734eefe20fceb92751\
        92f40a1522821acf62d266d6b1a58b96c64dee237e342771b8ed30984d79180a

        """

    @Test("a key in PEM is taken as it is, and from a file", arguments: [false, true])
    func keys(fromFile: Bool) throws {
        let tool = try Tool()
        defer { tool.remove() }
        let hooks = Self.hooks.replacing("secret: { about: The secret. }", with: "publicKey: { about: The key. }")
            .replacing("algorithm: sha256", with: "algorithm: ed25519")
            .replacing(", value: \"sha256={signature}\"", with: "")
        let vectors = try #require(hooks.firstRange(of: "    vectors:"))
        let examples = try #require(hooks.firstRange(of: "    examples:"))
        try tool.write(
            String(hooks[..<vectors.lowerBound]) + Self.vector + String(hooks[examples.lowerBound...]),
            to: "spec/pigeon/receiving.yaml"
        )
        try tool.write(Self.privateKey + "\n", to: "private.pem")
        try tool.write(Self.publicKey + "\n", to: "public.pem")
        let signed = try tool.run(
            [
                "webhook", "sign", "spec/pigeon", "--example", "landed", "--private-key",
                fromFile ? "private.pem" : Self.privateKey,
            ]
        )
        #expect(signed.errors == "")
        let parts = signed.output.components(separatedBy: "\n\n")
        let header = try #require(parts.first?.split(separator: "\n").last.map(String.init))
        #expect(header.contains("c7850152e9b10433c08519500b6f45e4"))
        try tool.write(parts.last ?? "", to: "body")
        let verified = try tool.run(
            [
                "webhook", "verify", "spec/pigeon", "--body", "body", "--header", header, "--public-key",
                fromFile ? "public.pem" : Self.publicKey,
            ]
        )
        #expect(verified.errors == "")
        #expect(verified.output == "holds: signed for public key 1 of 1\nevent: landed\n")
    }

    @Test("Without an example the examples are listed", arguments: ["sign", "send"])
    func examples(command: String) throws {
        let tool = try tool()
        defer { tool.remove() }
        let outcome = try tool.run("webhook", command, "spec/pigeon")
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                Examples of PigeonWebhook, for --example:
                  landed  A pigeon has come.
                  lost    A pigeon has not come.
                  ringed  A pigeon has a ring.

                """
        )
    }

    @Test("A curl command is quoted for the shell, and sends the same bytes")
    func curl() throws {
        let tool = try tool()
        defer { tool.remove() }
        try tool.write(#"{"it":"isn't"}"#, to: "body")
        let outcome = try tool.run(
            [
                "webhook", "sign", "spec/pigeon", "--body", "body", "--secret", "coo", "--curl",
                "http://127.0.0.1:1/?a=b&c",
            ]
        )
        #expect(outcome.output.hasPrefix("curl -i -X POST 'http://127.0.0.1:1/?a=b&c' \\\n  -H 'Content-Type: "))
        #expect(outcome.output.hasSuffix("  --data-raw '{\"it\":\"isn'\\''t\"}'\n"))
    }

    @Test(
        "Wrong arguments end with 2 and a sentence",
        arguments: [
            (["sign", "spec/pigeon", "--example", "eaten", "--secret", "s"], "it has landed, lost, ringed"),
            (["sign", "spec/pigeon", "--example", "lost"], "give the secret that signs with --secret"),
            (["sign", "spec/pigeon", "--example", "lost", "--secret", ""], "must not be empty"),
            (["sign", "spec/pigeon", "--webhook", "X"], "has no webhook 'X'; it has PigeonWebhook"),
            (["sign", "spec/dove", "--example", "lost"], "there is no api.yaml"),
            (["sign"], "Missing expected argument"),
            (["sign", "spec/pigeon", "--example", "lost", "--body", "b"], "not both"),
            (["verify", "spec/pigeon", "--body", "none", "--secret", "s"], "none cannot be read"),
            (["verify", "spec/pigeon", "--secret", "s", "--header", "x"], "'x' is no header"),
            (["verify", "spec/pigeon"], "give the secret"),
            (["send", "spec/pigeon", "--example", "lost", "--secret", "s"], "name the receiver's URL"),
            (["send", "spec/pigeon", "file:///x", "--example", "lost", "--secret", "s"], "no http or https URL"),
            (["send", "spec/pigeon", "--tamper", "all"], "write body or signature"),
        ]
    )
    func usage(arguments: [String], problem: String) throws {
        let tool = try tool()
        defer { tool.remove() }
        let outcome = try tool.run(["webhook"] + arguments)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(problem), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test("webhook send tells what is answered, and whether that acknowledges")
    func send() throws {
        let tool = try tool()
        defer { tool.remove() }
        // A sandbox is a receiver too: this route of its own answers 204, and routes that it does not have 404.
        let sandbox = try tool.start(
            "sandbox",
            "spec/pigeon",
            "--port",
            "0",
            "--webhook",
            "PigeonWebhook=http://127.0.0.1:1/"
        )
        defer { sandbox.end() }
        let start = try sandbox.waitForOutput(containing: "Help at ")
        #expect(start.contains("PigeonWebhook to http://127.0.0.1:1/, signed with sandbox_webhook_secret\n"))
        let base = try #require(start.firstMatch(of: /Help at (.*\/_sandbox);/)?.1)
        let command = ["webhook", "send", "spec/pigeon", "--example", "landed", "--secret", "coo"]
        let good = try tool.run(command + ["\(base)/reset", "--times", "2"])
        #expect(good.status == 0)
        #expect(good.output == "landed -> 204 acknowledges\nlanded -> 204 acknowledges\n")
        let bad = try tool.run(command + ["\(base)/hooks"])
        #expect(bad.status == 1)
        #expect(bad.output == "landed -> 404 does not acknowledge (that takes 204)\n")
        let refused = try tool.run(command + ["\(base)/hooks", "--tamper", "body"])
        #expect(refused.status == 0)
        #expect(refused.output == "landed -> 404 refuses what was tampered with\n")
        let taken = try tool.run(command + ["\(base)/reset", "--tamper", "signature"])
        #expect(taken.status == 1)
        #expect(taken.output.contains("does not check signatures"))
        let nowhere = try tool.run(command + ["http://127.0.0.1:1/"])
        #expect(nowhere.status == 1)
        #expect(nowhere.output.hasPrefix("landed -> nobody listens there"))
    }

    @Test("waybill sandbox refuses options for webhooks that do not exist")
    func sandboxOptions() throws {
        let tool = try tool()
        defer { tool.remove() }
        let outcome = try tool.run("sandbox", "spec/pigeon", "--port", "0", "--webhook-secret", "DoveWebhook=x")
        #expect(outcome.status == 2)
        #expect(outcome.errors == "error: this API has no webhook DoveWebhook; it has PigeonWebhook\n")
        #expect(try tool.run("sandbox", "spec/pigeon", "--webhook-retry", "often").status == 2)
    }
}
