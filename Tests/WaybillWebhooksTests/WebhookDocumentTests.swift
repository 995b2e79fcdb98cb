import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

@Suite struct WebhookDocumentTests {
    private static let paths = [
        "", "id", "a", "a.id", "a.b.id", "list", "list.0", "list.1.id", "list.9", "a.0", "n", "x.id",
    ]

    @Test(
        "What is read at a path is what a tree of the whole body has there",
        arguments: [
            #"{"id":"1","a":{"id":2.50,"b":{"id":"x"},"0":"zero"},"list":[7,{"id":"in"}],"n":null}"#,
            #" {"a" : {"b":7,"id":true}, "id" : -0 , "list":{"0":"name"} } "#,
            #"{"\u0069d":"escaped","a":{"i\u0064":1}}"#,
            "[]", #""id""#, "7", "null", "{}", #"{"id":{"id":"deeper"},"n":1e400}"#, #"{"a":[{"id":1}],"list":"text"}"#,
        ]
    )
    func scalars(_ text: String) throws {
        let document = WebhookDocument(json: Array(text.utf8))
        let tree = try JSONValue(parsing: text)
        #expect(document.fault == nil && document.json == tree)
        for path in Self.paths.map({ DottedPath($0) }) {
            #expect(document.scalar(at: path) == tree.scalar(at: path), "\(path.text)")
        }
    }

    @Test("A body that names a key twice is no event, and its last value is what its id is read from")
    func repeatedKeys() {
        let document = WebhookDocument(json: Array(#"{"id":"1","a":{"b":1,"b":2},"id":"2"}"#.utf8))
        #expect(document.fault == UnreadMember(path: "a.b", reason: "the key \"b\" appears twice"))
        #expect(document.scalar(at: DottedPath("id")) == "2")
        #expect(document.scalar(at: DottedPath("a.b")) == "2")
    }

    @Test("A body that is no JSON has a fault and no members", arguments: ["", "{", #"{"id":1"#, #"{"id":"\u{0}"}"#])
    func damaged(_ text: String) {
        let document = WebhookDocument(json: Array(text.utf8))
        #expect(document.fault != nil && document.json == nil && document.scalar(at: DottedPath("id")) == nil)
    }
}
