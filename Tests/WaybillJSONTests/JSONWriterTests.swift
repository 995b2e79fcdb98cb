import Foundation
import Testing
@_spi(Generated) import WaybillJSON
import WaybillTesting

@Suite struct JSONWriterTests {
    private func text(_ write: (inout JSONWriter) -> Void) throws -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: try writer.finish(), as: UTF8.self)
    }

    @Test("J09 what is not finite is refused with its path", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ value: Double) {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("data", list: [1.0, value]) { $0.value($1) }
        writer.member("rest", value)
        writer.endObject()
        let error = #expect(throws: JSONError.self) { try writer.finish() }
        #expect(error?.reason == .notFinite)
        #expect(error?.path == "data[1]")
    }

    @Test("J16 strings are escaped where they must be and nowhere else")
    func escapes() throws {
        let controls = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) }))
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014"#
            + #"\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#
        #expect(try text { $0.value(controls) } == expected)
        #expect(try text { $0.value("\"\\/") } == #""\"\\/""#)
        #expect(try text { $0.value("\u{7F}\u{2028}\u{1F600}é") } == "\"\u{7F}\u{2028}\u{1F600}é\"")
        #expect(try text { $0.value("") } == "\"\"")
    }

    @Test("J16 random strings are read back by Foundation and by the reader")
    func randomStrings() throws {
        var random = SplitMix64(seed: 16)
        let strings = (0..<10_000).map { _ in Self.randomString(&random) }
        let bytes = JSONValue.array(strings.map { .string($0) }).serialized()
        #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == strings)
        #expect(try JSONReader.read(bytes) { $0.list { $0.string() } } == strings)
    }

    private static func randomString(_ random: inout SplitMix64) -> String {
        let length = Int.random(in: 0...24, using: &random)
        let scalars = (0..<length).compactMap { _ in
            Unicode.Scalar(
                UInt32.random(in: 0...[0x7F, 0x2FF, 0x10FFFF][Int.random(in: 0...2, using: &random)], using: &random)
            )
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test("J16 members of every kind, and none where the value is nil")
    func members() throws {
        let written = try text { writer in
            writer.beginObject()
            writer.member("string", "a")
            writer.member("int", 1)
            writer.member("double", 1.5)
            writer.member("bool", false)
            writer.member("none", String?.none)
            writer.member("none", Int?.none)
            writer.member("none", Double?.none)
            writer.member("none", Bool?.none)
            writer.member("none", Carrier?.none)
            writer.member("int64", Int64.min)
            writer.member("number", JSONNumber(text: "1.10"))
            writer.member("value", JSONValue.null)
            writer.member("object", ["k": [nil]] as JSONObject)
            writer.member("word", Country.india)
            writer.member("model", Carrier(name: "n"))
            writer.member("strings", ["a", "b"])
            writer.member("ints", [1, 2])
            writer.member("models", [Carrier(name: "n", country: .india)])
            writer.member("words", [Country.india])
            writer.member("values", [1, nil] as [JSONValue])
            writer.member("list", list: [1, 2]) { $0.value("\($1)") }
            writer.member("map", map: ["b": 1, "a": 2]) { $0.value("\($1)") }
            writer.key("\"")
            writer.null()
            writer.endObject()
        }
        #expect(
            written == #"{"string":"a","int":1,"double":1.5,"bool":false,"int64":-9223372036854775808,"number":1.10,"#
                + #""value":null,"object":{"k":[null]},"word":"IN","model":{"name":"n"},"strings":["a","b"],"ints":[1,2],"#
                + #""models":[{"name":"n","country":"IN"}],"words":["IN"],"values":[1,null],"list":["1","2"],"#
                + #""map":{"a":"2","b":"1"},"\"":null}"#
        )
    }

    @Test("J16 dictionaries are written sorted by their keys' bytes")
    func sorted() throws {
        let map = ["b": 1, "a": 2, "é": 3, "B": 4, "": 5, "aa": 6, "\u{1F600}": 7, "\u{FF5E}": 8]
        #expect(
            try text { $0.value(map) }
                == "{\"\":5,\"B\":4,\"a\":2,\"aa\":6,\"b\":1,\"é\":3,\"\u{FF5E}\":8,\"\u{1F600}\":7}"
        )
        #expect(try text { $0.value(["m": Carrier(name: "x")]) } == #"{"m":{"name":"x"}}"#)
        #expect(try text { $0.value(["m": "x"]) } == #"{"m":"x"}"#)
    }

    @Test("J16 long documents grow the buffer as they should")
    func long() throws {
        let long = String(repeating: "long text ", count: 10_000)
        #expect(try text { $0.value([long, long + "\n"]) } == "[\"\(long)\",\"\(long)\\n\"]")
        #expect(try text { $0.value(Array(0..<20_000)) }.hasSuffix(",19998,19999]"))
    }
}
