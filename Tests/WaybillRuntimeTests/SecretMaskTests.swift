import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

@Suite struct SecretMaskTests {
    private static let secret = #"sk/can"ary+1="#

    private func masked(_ text: String, _ secrets: String...) -> String {
        SecretMask(secrets).masked(text)
    }

    @Test(
        "S08 a credential is masked in every form in which servers repeat it",
        arguments: [
            #"sk/can"ary+1="#, "sk%2Fcan%22ary%2B1%3D", "sk%2fcan%22ary%2b1%3d", #"sk\/can\"ary+1="#,
            #"sk\u002fcan\u0022ary\u002B1\u003d"#, #"sk%2Fcan"ary\u002b1="#, #"\u0073k/can\"ary+1%3D"#,
        ]
    )
    func forms(text: String) {
        #expect(masked("key '\(text)' is no good: \(text)", Self.secret) == "key '[REDACTED]' is no good: [REDACTED]")
        #expect(masked(text, Self.secret) == "[REDACTED]")
    }

    @Test(
        "Anything else stays as it is",
        arguments: ["", "nothing", "sk/can", "%", "%2", #"\u00"#, #"\"#, "é😀", "sk%2", "sk%2Fcan%22ary%2B1%3"]
    )
    func others(text: String) {
        #expect(masked("a \(text)", Self.secret) == "a \(text)")
        #expect(masked(text) == text)
    }

    @Test("S08 one that holds another is masked whole, and several are masked each")
    func several() {
        #expect(masked("canary-12 canary", "canary", "canary-12") == "[REDACTED] [REDACTED]")
        #expect(masked("canarycanaryc", "canary") == "[REDACTED][REDACTED]c")
    }

    @Test("Placeholders and prefixes are no secrets")
    func short() throws {
        #expect(masked("the key is bad", "key") == "the key is bad")
        let signer = try RequestSigner(Authentication(), [Credential("prefix", "Bearer ", mayBeBlank: true)])
        #expect(signer.mask.masked("send Bearer tokens") == "send Bearer tokens")
    }
}
