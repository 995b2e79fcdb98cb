import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct DottedPathTests {
    @Test("A path is its names, and is written as it was read", arguments: ["", "a", "a.b.c", "a b.c"])
    func text(_ text: String) {
        let path = DottedPath(text)
        #expect(path.text == text)
        #expect(path.isEmpty == text.isEmpty)
        #expect(path.keys.joined(separator: ".") == text)
    }

    @Test("What stands at a path: the value itself at the empty one, nothing below what is no object")
    func values() throws {
        let json = try JSONValue(parsing: #"{"a":{"b":1},"n":null,"l":[{"x":1}]}"#)
        #expect(DottedPath("").value(in: json) == json)
        #expect(DottedPath("a.b").value(in: json) == 1)
        #expect(DottedPath("n").value(in: json) == .some(.null))
        for path in ["x", "n.x", "a.b.c", "l.x"] { #expect(DottedPath(path).value(in: json) == nil) }
        #expect(DottedPath("a").value(in: nil) == nil)
    }

    @Test("'none' is the whole body to an envelope, and a member to anything else")
    func envelope() {
        #expect(DottedPath(envelope: "none").isEmpty)
        #expect(DottedPath(envelope: "data.none").keys == ["data", "none"])
        #expect(DottedPath("none").keys == ["none"])
    }
}
