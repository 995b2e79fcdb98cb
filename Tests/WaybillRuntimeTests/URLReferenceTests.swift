import Testing

@testable import WaybillRuntime

@Suite struct URLReferenceTests {
    @Test(
        "RFC 3986, sections 5.4.1 and 5.4.2, all examples",
        arguments: [
            ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
            ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
            ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
            ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
        ]
    )
    func examples(reference: String, target: String) throws {
        let base = try #require(URLReference("http://a/b/c/d;p?q"))
        #expect(URLReference(reference)?.resolved(against: base).text == target)
    }

    @Test("a base without a path, and what is no scheme")
    func others() throws {
        let base = try #require(URLReference("https://api.test?x=1"))
        #expect(URLReference("rows?page=2")?.resolved(against: base).text == "https://api.test/rows?page=2")
        #expect(URLReference("?page=2")?.resolved(against: base).text == "https://api.test?page=2")
        #expect(URLReference("1:2")?.scheme == nil)
        #expect(URLReference("a b:c")?.scheme == nil)
    }

    @Test("what servers leave unencoded is encoded; what other readers take for something else is refused")
    func characters() {
        #expect(URLReference("/a|b?q=ü{1}\"")?.text == "/a%7Cb?q=%C3%BC%7B1%7D%22")
        for text in ["/a b", "/a\tb", "https://api.test\\@evil.test/", "/\r\nX: y", "\u{0}"] {
            #expect(URLReference(text) == nil)
        }
    }
}
