import HTTPTypes
import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookURLTests {
    @Test("The URL is signed character by character: one that means the same is another")
    func exact() throws {
        let sample = SignedSample.call
        let verifier = try sample.verifier()
        #expect(verifier.verdict(sample.body, sample.headers()) == "accepted")
        for url in [
            "https://mycompany.com/myapp.php?bar=2&foo=1", "https://MyCompany.com/myapp.php?foo=1&bar=2",
            "https://mycompany.com:443/myapp.php?foo=1&bar=2", "http://mycompany.com/myapp.php?foo=1&bar=2",
            "https://mycompany.com/myapp.php", "https://mycompany.com/%6Dyapp.php?foo=1&bar=2",
            "https://mycompany.com/myapp.php?foo=1&bar=2&",
        ] {
            let other = try verifier.at(url: url)
            #expect(other.verdict(sample.body, sample.headers()) == "refused", "\(url)")
            #expect(other.verdict(sample.body, other.sign(body: sample.body)) == "accepted")
        }
        #expect(try verifier.at(url: try #require(sample.url)).verdict(sample.body, sample.headers()) == "accepted")
    }

    @Test(
        "A URL that no service can call makes no webhook",
        arguments: [
            nil, "", "example.com", "/webhooks", "ftp://example.com", "https:", "https://", "https:/example.com",
            "https://example.com/a b", "https://example.com/#a", "https://example.com/é", " https://example.com",
            "https://example.com\n",
        ]
    )
    func unusable(url: String?) throws {
        var sample = SignedSample.call
        sample.url = url
        #expect(throws: ConfigurationError.self) { try sample.verifier() }
        let verifier = try SignedSample.call.verifier()
        if let url { #expect(throws: ConfigurationError.self) { try verifier.at(url: url) } }
    }
}
