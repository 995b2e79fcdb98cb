import Testing
import WaybillJSON

@Suite struct JSONObjectTests {
    @Test("J11 of two members with one key the last wins, in the first one's place")
    func lastWins() throws {
        let value = try JSONValue(parsing: #"{"a":1,"b":2,"a":3}"#)
        #expect(value.description == #"{"a":3,"b":2}"#)
        let model = try Carrier(parsing: Array(#"{"name":"first","name":"second"}"#.utf8))
        #expect(model.name == "second")
        let literal: JSONObject = ["a": 1, "a": 2]
        #expect(literal == ["a": 2])
    }

    @Test("J11 duplicate keys are reported with their paths")
    func reported() throws {
        let text = #"{"a":1,"b":[{"c":1,"c":2},{"d":{"e":1,"e":2,"\u0065":3}}],"a":2,"f g":1,"f g":2}"#
        #expect(try JSONValue.duplicateKeys(in: text.utf8) == ["b[0].c", "b[1].d.e", "b[1].d.e", "a", #"["f g"]"#])
        #expect(try JSONValue.duplicateKeys(in: #"[{"a":1},{"a":1}]"#.utf8) == [])
        #expect(throws: JSONError.self) { try JSONValue.duplicateKeys(in: "[1,]".utf8) }
    }

    @Test("J11 strict mode refuses a key that appears twice, wherever it stands")
    func strict() {
        let options = JSONParsingOptions(duplicateKeys: .refuse)
        for text in [
            #"{"name":"a","name":"b"}"#, #"{"name":"a","x":{"y":[{"z":1,"z":1}]}}"#, #"{"name":"a","\u006eame":"b"}"#,
        ] {
            let bytes = Array(text.utf8)
            guard case .duplicateKey = Parsing.treeError(bytes, options)?.reason else {
                Issue.record("\(text) was not refused as a tree")
                continue
            }
            #expect(Parsing.skipError(bytes, options) == Parsing.treeError(bytes, options))
            #expect(throws: JSONError.self) { try Carrier(parsing: bytes, options: options) }
        }
        #expect((try? Carrier(parsing: Array(#"{"name":"a","x":{"name":1}}"#.utf8), options: options)) != nil)
    }

    @Test(
        "J13 canonically equivalent keys stay apart",
        arguments: [
            ("\u{E9}", "e\u{301}"), ("\u{C5}", "A\u{30A}"), ("\u{212B}", "\u{C5}"),
            ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}"),
        ]
    )
    func equivalentKeys(_ first: String, second: String) throws {
        #expect(first == second)
        let bytes = Array("{\"\(first)\":1,\"\(second)\":2}".utf8)
        let value = try JSONValue(parsing: bytes)
        #expect(value.objectValue?.count == 2)
        #expect(value[first] == 1)
        #expect(value[second] == 2)
        #expect(value.serialized() == bytes)
        #expect(try JSONValue.duplicateKeys(in: bytes) == [])
        #expect(Parsing.treeError(bytes, .init(duplicateKeys: .refuse)) == nil)
        #expect([first: 1] as JSONObject != [second: 1])
    }

    @Test(
        "J14 members are set, replaced and removed on both sides of the index threshold",
        arguments: [0, 1, 5, 63, 64, 65, 200]
    )
    func members(_ count: Int) {
        var object = JSONObject()
        for index in 0..<count { object["k\(index)"] = .number(JSONNumber(index)) }
        #expect(object.count == count)
        #expect(object.keys == (0..<count).map { "k\($0)" })
        object["k2"] = "new"
        #expect(object.count == max(count, count > 2 ? count : count + 1))
        #expect(object["k2"] == "new")
        #expect(object.removeValue(forKey: "k2") == "new")
        #expect(object.removeValue(forKey: "k2") == nil)
        for index in 0..<count where index != 2 { #expect(object["k\(index)"] == .number(JSONNumber(index))) }
        for index in 0..<count { object["k\(index)"] = nil }
        #expect(object.isEmpty)
        #expect(object == [:])
    }

    @Test("J14 a key is the same however it came: read, read with escapes, or set", arguments: [0, 60, 100])
    func sameKeys(besides count: Int) throws {
        let keys = ["", "a", "aa", "ab", "é", "e\u{301}", "日本", "a b", "\"", String(repeating: "x", count: 40)]
        let others = (0..<count).map { "k\($0)" }
        var object = try #require(try JSONValue(parsing: "{}").objectValue)
        for key in others + keys { object[key] = 0 }
        let plain = JSONValue.object(object).serialized()
        let escaped = Array(String(decoding: plain, as: UTF8.self).replacing("a", with: "\\u0061").utf8)
        for text in [plain, escaped] {
            var read = try #require(try JSONValue(parsing: text).objectValue)
            for key in keys { read[key] = 1 }
            #expect(read.keys == others + keys)
            #expect(keys.allSatisfy { read[$0] == 1 })
        }
        let twice = try JSONValue.duplicateKeys(in: plain.dropLast() + Array(",".utf8) + escaped.dropFirst())
        #expect(twice.count == count + keys.count)
    }

    @Test("J13 objects are equal in whatever order, and copies are values")
    func equality() {
        let left: JSONObject = ["a": 1, "b": [2, ["c": nil]]]
        let right: JSONObject = ["b": [2, ["c": nil]], "a": 1]
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 1])
        #expect(left != ["a": 1, "b": 2])
        var copy = left
        copy["a"] = 5
        #expect(left["a"] == 1)
        #expect(MemoryLayout<JSONObject>.size == MemoryLayout<Int>.size)
        #expect(left.map(\.key) == ["a", "b"])
        #expect(left.last?.value == [2, ["c": nil]])
    }
}
