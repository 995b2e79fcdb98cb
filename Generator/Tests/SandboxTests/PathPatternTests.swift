import Testing

@testable import Sandbox

@Suite struct PathPatternTests {
    @Test(
        "Paths are resolved against the client's address",
        arguments: [
            ("/x/{y}", "", "/x/{y}"), ("/x", "/v2/", "/v2/x"), (".", "/a/events", "/a/events"),
            ("./{id}", "/a/events", "/a/events/{id}"), ("../verify", "/a/events", "/a/verify"), (".", "", "/"),
        ]
    )
    func resolves(path: String, base: String, whole: String) {
        #expect(PathPattern(path, base: base).description == whole)
    }

    @Test("A parameter takes one segment that is not empty, decoded")
    func parameters() {
        let pattern = PathPattern("/x/{y}", base: "")
        #expect(pattern.match("/x/a%2Fb") == ["y": "a/b"])
        #expect(pattern.match("/x/") == nil)
        #expect(pattern.match("/x/a/b") == nil)
        #expect(pattern.match("/x/%ZZ") == nil)
        #expect(pattern.match("/x/%+1") == nil)
        #expect(pattern.match("x/a") == nil)
        #expect(PathPattern(".", base: "").match("/") == [:])
        #expect(PathPattern(".", base: "").match("/a") == nil)
    }

    @Test(
        "A parameter stands beside words in its segment too",
        arguments: [
            ("/x/{y}.json", "/x/a.json", ["y": "a"]), ("/x/{y}.json", "/x/a.json.json", ["y": "a.json"]),
            ("/x/{y}.json", "/x/%2E.json", ["y": "."]), ("/x/{y}.json", "/x/.json", nil),
            ("/x/{y}.json", "/x/a.jso", nil), ("/v{a}-{b}/z", "/v1-2-3/z", ["a": "1-2", "b": "3"]),
            ("/v{a}", "/w1", nil), ("/{a}{b}", "/ab", ["a": "a", "b": "b"]),
        ] as [(String, String, [String: String]?)]
    )
    func mixed(path: String, request: String, parameters: [String: String]?) {
        let pattern = PathPattern(path, base: "")
        #expect(pattern.description == path)
        #expect(pattern.match(request) == parameters)
    }
}
