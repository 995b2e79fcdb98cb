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

    @Test("A number is a place in a list, and a name in an object")
    func places() throws {
        let text = #"{"l":[{"x":1},[2,3]],"o":{"0":4,"01":5}}"#
        let json = try JSONValue(parsing: text)
        let expected: [(String, JSONValue?)] = [
            ("l.0.x", 1), ("l.1.1", 3), ("l.2", nil), ("l.00", nil), ("l.-1", nil), ("l.x", nil), ("o.0", 4),
            ("o.01", 5),
            ("l.99999999999999999999", nil), ("l.0", ["x": 1]), ("l.0.x.0", nil),
        ]
        for (text, value) in expected { #expect(DottedPath(text).value(in: json) == value, "\(text)") }
        for (path, value) in expected {
            let read = try JSONReader.read(Array(text.utf8)) { reader -> [JSONValue]? in
                [reader.value(at: DottedPath(path)) { $0.value() }].compactMap(\.self)
            }
            #expect(read.first == value, "\(path)")
        }
    }

    @Test("'none' is the whole body to an envelope, and a member to anything else")
    func envelope() {
        #expect(DottedPath(envelope: "none").isEmpty)
        #expect(DottedPath(envelope: "data.none").keys == ["data", "none"])
        #expect(DottedPath("none").keys == ["none"])
    }
}
