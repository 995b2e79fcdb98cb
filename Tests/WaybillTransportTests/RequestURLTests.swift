#if os(Linux)
import Testing
@testable import WaybillTransport

/// Where a URL leads to, and what is asked for there.
@Suite struct RequestURLTests {
    @Test(
        "S01 S05 S06 a URL taken apart",
        arguments: [
            ("https://api.example.com/v1/a%2Fb?q=1", "api.example.com", 443, "api.example.com", "/v1/a%2Fb?q=1"),
            ("http://127.0.0.1:8080", "127.0.0.1", 8_080, "127.0.0.1:8080", "/"),
            ("HTTPS://API.Example.com:443?x=1", "api.example.com", 443, "api.example.com", "/?x=1"),
            ("http://[::1]:80/#top", "::1", 80, "[::1]", "/"),
            ("https://[::1]:8443//a/../b/?", "::1", 8_443, "[::1]:8443", "//a/../b/?"),
            ("http://h:443/a:b@c", "h", 443, "h:443", "/a:b@c"),
        ]
    )
    func parts(url: String, host: String, port: Int, hostField: String, target: String) throws {
        let url = try #require(RequestURL(url))
        #expect(url.endpoint.host == host)
        #expect(url.endpoint.port == port)
        #expect(url.endpoint.hostField == hostField)
        #expect(url.target == target)
    }

    @Test(
        "S01 what is no http or https URL",
        arguments: [
            "", "x", "not a url", "ftp://h/", "//h/", "http:/h", "http://", "http:///x", "http://:80/", "http://h:/",
            "http://h:0/", "http://h:65536/", "http://h:8a/", "http://h:+80/", "http://[::1", "http://[]/",
            "http://[::1]x/",
            "http://u@h/", "http://u:p@h/", "http://u:80@h/", "http://h/a b", "http://h/\u{E9}", "http://h/\r\nX: y",
            "http://h/\u{0}",
        ]
    )
    func refused(url: String) {
        #expect(RequestURL(url) == nil)
    }
}
#endif
