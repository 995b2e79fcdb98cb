import SpecYAML
import Testing

@testable import Pipeline

@Suite struct MappingTests {
    private struct Part: Readable {
        var location: SpecYAML.SourceLocation = .unread
        var name: Located<String> = .unread
        var size: Located<Int>?
        var limit: Located<Int>?
        var isOpen = false
        var inner = Inner()
        var free: [Named<Located<String>>] = []

        static let dialect = Mapping<Part>("part", "a part", at: \.location) {
            Key(required: "name", .text, \.name).means("The name.")
            Key("size", .size, \.size, default: "1 MiB").means("The size.")
            Key("open", .bool, flag: \.isOpen).means("Whether it is open.")
            Key("limit", .int, \.limit, default: "7").onlyWhere { $0.isOpen }.since(2).means("The limit.")
            Key("inner", Inner.dialect, in: \.inner).means("What is inside.")
        }
    }

    private struct Inner: Readable {
        var one: Located<String>?
        var other: Located<String>?

        static let dialect = Mapping<Inner>("inner", "an inner part", keys: keys).oneOf(["one"], ["other"])

        @KeyList<Inner> private static func keys() -> [Key<Inner>] {
            Key("one", .text, \.one).means("One.")
            Key("other", .text, \.other).means("The other.")
        }
    }

    private func decode<Value>(_ mapping: Mapping<Value>, _ text: String) -> (value: Value?, messages: [String]) {
        var log = DecodingLog()
        let root = YAMLParser.parse(SourceFile(path: "a.yaml", text: "a: " + text), into: &log.diagnostics)
        let value = root?.mapping?.first.flatMap { mapping.decode($0, into: &log) }
        return (value, log.diagnostics.all.map(\.message))
    }

    @Test("a key that is left out has its default, as if it were written")
    func defaults() {
        let found = decode(Part.dialect, "{ name: x }")
        #expect(found.messages == [])
        #expect(found.value?.size?.value == 1_048_576)
        #expect(found.value?.limit == nil)
        #expect(found.value?.location.column == 4)
        #expect(found.value?.size?.location == found.value?.location)
        #expect(decode(Part.dialect, "{ name: x, size: 1 KiB }").value?.size?.value == 1024)
    }

    @Test("a condition goes by the keys that stand before")
    func conditions() {
        #expect(decode(Part.dialect, "{ name: x, open: true }").value?.limit?.value == 7)
        #expect(decode(Part.dialect, "{ name: x, open: false }").value?.limit == nil)
    }

    @Test("a mapping with a loss inside is left out, and everything in it is reported in one run")
    func losses() {
        let found = decode(Part.dialect, "{ size: big, inner: { one: x, other: y }, opn: true }")
        #expect(found.value == nil)
        #expect(
            found.messages == [
                "a part needs the key 'name'; add it",
                "expected a number of bytes such as 65536, 64 KiB or 1 MiB, found text 'big'",
                "an inner part needs 'one' or 'other', one of them",
                "unknown key 'opn'; did you mean 'open'?",
            ]
        )
    }

    @Test("an unknown key alone is no loss")
    func unknown() {
        let found = decode(Part.dialect, "{ name: x, colour: red }")
        #expect(found.value?.name.value == "x")
        #expect(found.messages == ["unknown key 'colour'; a part knows name, size, open, limit, inner"])
    }

    @Test("a short form is the mapping with that key; other values are no mapping")
    func shortForms() {
        #expect(decode(Part.dialect.short(for: "name"), "x").value?.name.value == "x")
        #expect(decode(Part.dialect, "x").messages == ["expected a mapping, a part, found text 'x'"])
    }

    @Test("names that the surroundings allow are read beside the keys")
    func others() {
        let mapping = Part.dialect.others(.rawText("text"), \.free).allowing(["key", "name"])
        let found = decode(mapping, "{ name: x, key: y, kex: z }")
        #expect(found.value?.free.map(\.name.value) == ["key"])
        #expect(found.messages == ["unknown key 'kex'; a part knows name, size, open, limit, inner, key, name"])
    }

    @Test("the declaration is data")
    func data() throws {
        let keys = Part.dialect.shape.keys
        #expect(keys.map(\.name) == ["name", "size", "open", "limit", "inner"])
        #expect(keys.map(\.absence) == [.error, .value("1 MiB"), .value("false"), .value("7"), .nothing])
        #expect(keys.map(\.since) == [1, 1, 1, 2, 1])
        #expect(keys.last?.value == .mapping(Inner.dialect.shape))
        #expect(Inner.dialect.shape.choices.map(\.ways) == [[["one"], ["other"]]])
        let table = ReferenceTable(mapping: Part.dialect.shape, anchors: [:])
        #expect(table.lines[5] == "| `limit` | int | `7` | The limit. Since version 2. |")
    }

    @Test("line breaks may stand where the dialect has texts of several lines")
    func multilineKeys() {
        #expect(Dialect.multilineKeys == ["notes", "request", "response", "body", "publicKey"])
    }
}
