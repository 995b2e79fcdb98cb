import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct BaseURLLinkTests {
    private let base: BaseURL

    init() throws {
        base = try BaseURL(parsing: "https://api.test/v1", argument: "baseURL")
    }

    @Test(
        "S07 the same host, in whatever way it is written",
        arguments: [
            ("https://api.test/v1/rows?page=2", "https://api.test/v1/rows?page=2"),
            ("https://API.Test:443/rows#top", "https://api.test/rows"), ("HTTPS://api.test", "https://api.test"),
            ("https://api.test?page=2", "https://api.test?page=2"),
        ]
    )
    func own(url: String, target: String) {
        #expect(base.target(of: url, hosts: []) == .own(target))
    }

    @Test(
        "S07 any other is not followed",
        arguments: [
            "http://api.test/rows", "https://api.test:8443/rows", "https://evil.test/rows",
            "https://api.test.evil.test/", "https://evil.test/https://api.test/", "https://user@api.test/rows",
            "https://api.test@evil.test/rows", "https://:443/rows", "//api.test/rows", "/rows", "ftp://api.test/",
            "https:rows", "https://evilfiles.test/", "http://files.test/", "https://files.test:8443/", "",
        ]
    )
    func foreign(url: String) {
        #expect(base.target(of: url, hosts: ["files.test", "other.test:8443"]) == nil)
    }

    @Test("S07 a host that the spec names is another one, by https alone")
    func named() {
        let hosts = ["files.test", "other.test:8443"]
        #expect(base.target(of: "https://Files.test:443/a?b=c", hosts: hosts) == .other("https://files.test/a?b=c"))
        #expect(base.target(of: "https://other.test:8443/", hosts: hosts) == .other("https://other.test:8443/"))
        #expect(base.target(of: "https://other.test/", hosts: hosts) == nil)
    }
}
