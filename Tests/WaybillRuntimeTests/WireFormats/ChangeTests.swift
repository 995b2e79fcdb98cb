import Testing
@_spi(Generated) import WaybillJSON

@_spi(Generated) @testable import WaybillRuntime

/// What becomes of a value that can be kept, set and cleared.
@Suite struct ChangeTests {
    private func written(_ change: Change<String>) throws -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("a", change: change)
        writer.endObject()
        return String(decoding: try writer.finish(), as: UTF8.self)
    }

    @Test("absent, there and null on the wire")
    func written() throws {
        #expect(try written(.keep) == "{}")
        #expect(try written(.set("x")) == #"{"a":"x"}"#)
        #expect(try written(.clear) == #"{"a":null}"#)
    }

    @Test("null is read as what clears, and what cannot be read as nothing")
    func read() throws {
        func change(_ text: String) throws -> Change<Int> {
            try JSONReader.read(Array(text.utf8)) { $0.change { $0.int() } }
        }
        #expect(try change("null") == .clear)
        #expect(try change("7") == .set(7))
        #expect(throws: JSONError.self) { try change(#""x""#) }
    }

    @Test("the value of a change, and of another one that is made of it")
    func value() {
        #expect(Change.set(7).value == 7)
        #expect(Change<Int>.clear.value == nil && Change<Int>.keep.value == nil)
        #expect(Change.set(7).map { "\($0)" } == .set("7"))
        #expect(Change<Int>.clear.map { "\($0)" } == .clear)
        #expect(Change<Int>.keep.map { "\($0)" } == .keep)
    }
}
