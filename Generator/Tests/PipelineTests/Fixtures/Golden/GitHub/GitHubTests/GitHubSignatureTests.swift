import GitHub
import HTTPTypes
import Testing
import WaybillTesting

/// The service's published signature, and what only looks like one.
@Suite struct GitHubSignatureTests {
    private static let secret = "It's a Secret to Everybody"
    private static let signature = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"

    private static func isTaken(_ value: String?, _ body: String = "Hello, World!", secret: String = secret) throws
        -> Bool
    {
        let webhook = try GitHubWebhook(secrets: [secret])
        var headers: HTTPFields = [
            try #require(HTTPField.Name("X-GitHub-Delivery")): "72d3162e-cc78-11e3-81ab-4c9367dc0958"
        ]
        headers[try #require(HTTPField.Name("X-Hub-Signature-256"))] = value
        do {
            let delivery = try webhook.receive(body: Array(body.utf8), headers: headers)
            // It is signed, and no event.
            #expect(delivery.event.unrecognizedEvent != nil)
            return true
        } catch {
            #expect(error == .refused)
            return false
        }
    }

    @Test("the published signature holds")
    func published() throws {
        #expect(try Self.isTaken("sha256=\(Self.signature)"))
    }

    @Test("nothing forged is taken")
    func forged() throws {
        for value in [
            nil, "", Self.signature, "sha1=\(Self.signature)", "sha256=", "sha256=\(Self.signature.dropLast())",
            "sha256=\(Self.signature.dropLast())8", "sha256=\(Self.signature)00",
        ] {
            #expect(try !Self.isTaken(value), "\(value ?? "nothing")")
        }
        #expect(try !Self.isTaken("sha256=\(Self.signature)", "Hello, World"))
        #expect(try !Self.isTaken("sha256=\(Self.signature)", secret: "It's a secret to Everybody"))
    }
}
