import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct BaseURLTests {
    @Test(
        "S01 accepted, trailing slashes aside",
        arguments: [
            ("https://api.walinko.com", "https://api.walinko.com"), ("https://api.test///", "https://api.test"),
            ("HTTPS://api.test/v1/", "https://api.test/v1"), ("https://api.test:8443", "https://api.test:8443"),
            ("http://localhost:8080", "http://localhost:8080"), ("http://127.0.0.1", "http://127.0.0.1"),
            ("http://127.255.255.254:1/x", "http://127.255.255.254:1/x"), ("http://[::1]:9", "http://[::1]:9"),
            ("https://[2001:db8::1]", "https://[2001:db8::1]"), ("http://LOCALHOST", "http://LOCALHOST"),
            ("https://xn--bcher-kva.test/a%20b", "https://xn--bcher-kva.test/a%20b"),
        ]
    )
    func accepted(url: String, text: String) throws {
        #expect(try BaseURL(parsing: url, argument: "baseURL").text == text)
    }

    @Test(
        "S01 refused, without showing the URL",
        arguments: [
            "", "api.test", "ftp://api.test", "//api.test", "https:/api.test", "https://", "https:///x", "https://:443",
            "http://api.test", "http://localhost.evil.test", "http://127.0.0.1.evil.test", "http://127.1",
            "http://0.0.0.0",
            "http://[::2]", "https://api.walinko.com@evil.test", "https://user:pw@api.test", "https://api.test?x=1",
            "https://api.test/#a", "https://api.test/a b", " https://api.test", "https://api.test\n",
            "https://api.test\u{0}",
            "https://api.test\u{7F}", "https://bücher.test", "https://api.test:0", "https://api.test:65536",
            "https://api.test:", "https://api.test:+80", "https://api.test:8x", "https://api.test:99999999999999999999",
            "https://[::1", "https://[]", "https://[::g]", "https://api.test/../x", "https://api.test/%2e%2E/x",
            "https://api.test/./x", "https://evil.test\\@api.test", "https://a%2eb.test", "https://{host}",
            "http://127.0.0.256",
            "https://api.test:443:443", "https://[::1]x",
        ]
    )
    func refused(url: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try BaseURL(parsing: url, argument: "endpoint") }
        #expect(error.option == "endpoint")
        #expect(url.count < 7 || !error.description.contains(url))
    }

    @Test(
        "A refusal names what is wrong",
        arguments: [
            ("", "must not be empty"), ("ftp://api.test", "must begin with https://"),
            ("http://api.test", "must begin with https://; http is for loopback hosts only"),
            ("https://user:pw@api.test", "must not have user info"), ("https://api.test?x=1", "must not have a query"),
            ("https://api.test/#a", "must not have a fragment"),
            ("https://api.test:0", "has no valid port (1 to 65535)"),
            ("https://a%2eb.test", "has a malformed host"), ("https://api.test/../x", "must not have dot segments"),
        ]
    )
    func reasons(url: String, reason: String) {
        #expect(throws: ConfigurationError(option: "endpoint", reason: reason)) {
            try BaseURL(parsing: url, argument: "endpoint")
        }
    }

    @Test("A suffix is asked for where the spec has one")
    func suffix() throws {
        let url = "https://app.test/api/purepani/events"
        #expect(try BaseURL(parsing: url + "/", argument: "endpoint", suffix: "/events").text == url)
        #expect(throws: ConfigurationError(option: "endpoint", reason: "must end in /events")) {
            try BaseURL(parsing: "https://app.test/api/purepani", argument: "endpoint", suffix: "/events")
        }
    }

    @Test("Paths are appended, below it, beside its last segment, or the URL itself; a user's may begin at the root")
    func appending() throws {
        let base = try BaseURL(parsing: "https://app.test/api/events", argument: "endpoint")
        #expect(base.appending("/x/y") == "https://app.test/api/events/x/y")
        #expect(base.appending(".") == "https://app.test/api/events")
        #expect(base.appending("./e1") == "https://app.test/api/events/e1")
        #expect(base.appending("../verify") == "https://app.test/api/verify")
        #expect(base.resolving("/x/y") == "https://app.test/x/y")
        #expect(base.resolving(".") == "https://app.test/api/events")
        #expect(base.resolving("./e1") == "https://app.test/api/events/e1")
        #expect(base.resolving("../verify") == "https://app.test/api/verify")
        let host = try BaseURL(parsing: "https://app.test", argument: "endpoint")
        #expect(host.resolving("/verify") == "https://app.test/verify")
        #expect(host.appending("../verify") == "https://app.test/verify")
    }
}
