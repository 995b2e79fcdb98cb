import Testing
import WaybillJSON

@Suite struct JSONModelTests {
    private func error(_ text: String) -> JSONError? {
        do {
            _ = try Fleet(parsing: Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test("J17 unknown members are kept, written back, and count in equality")
    func unknownMembers() throws {
        let text = #"{"name":"a","country":"IN","new":{"x":[1,2.50]},"née":"\u0000"}"#
        let carrier = try Carrier(parsing: Array(text.utf8))
        #expect(carrier.extra == ["new": ["x": [1, 2.5]], "née": "\0"])
        #expect(String(decoding: try carrier.serialized(), as: UTF8.self) == text)
        #expect(carrier.json["new"]?["x"]?[1]?.numberValue?.text == "2.50")
        #expect(carrier != Carrier(name: "a", country: .india))
        #expect(try Carrier(json: carrier.json) == carrier)
    }

    @Test(
        "J17 an error names the model, the path and the offset, never the value",
        arguments: [
            (#"{"data":{"carriers":[{"name":tru}]}}"#, "data.carriers[0].name", "Carrier"),
            (#"{"data":{"carriers":[nul]}}"#, "data.carriers[0]", "Data"),
            (#"{"data":["secret"]}"#, "data", "Data"),
            (#"{"data":{"carriers":{"secret":1}}}"#, "data.carriers", "Data"),
            (#"{"data":{"carriers":"secret"}}"#, "data.carriers", "Data"),
            (#"{"data":{}}"#, "data.carriers", "Data"),
            (#"{"other":1}"#, "data", "Fleet"),
            (#"{"data":null}"#, "data", "Fleet"),
            ("[\"secret\"]", "", "Fleet"),
            (#"{"data":{"carriers":[{"name":"a"}],"more":"secret}}"#, "data.more", "Data"),
            (#"{"data":{"carriers":[]},"x":tru}"#, "x", "Fleet"),
            (#"{"data":{"carriers":[]},"rates":{"a b":"secret}}"#, #"rates["a b"]"#, "Fleet"),
        ]
    )
    func paths(_ text: String, path: String, model: String) {
        let error = error(text)
        #expect(error?.path == path)
        #expect(error?.model == model)
        #expect(error?.description.contains("secret") == false)
    }

    @Test("J17 reasons are typed")
    func reasons() {
        #expect(error("[]")?.reason == .typeMismatch(expected: "an object", found: "an array"))
        #expect(
            error(#"{"data":{"carriers":1}}"#)?.reason == .typeMismatch(expected: "an array", found: "a number")
        )
        #expect(error("{}")?.reason == .missing(key: "data"))
        #expect(error("{} x")?.reason == .missing(key: "data"))
        #expect(error(#"{"data":{"carriers":[]}} x"#)?.reason == .trailingBytes)
        #expect(error(#"{"data":{"carriers":[]}"#)?.reason == .unexpectedEnd)
        #expect(error("null")?.reason == .typeMismatch(expected: "an object", found: "null"))
        #expect(error("")?.reason == .unexpectedEnd)
        #expect(error(#"{"data":{"carriers":[]}} x"#)?.offset == 25)
        let description = error(#"{"data":{"carriers":1}}"#)?.description
        #expect(description == "Data at data.carriers: expected an array, found a number (byte 20)")
    }

    @Test("J17 a field that a caller can do without keeps what it cannot read, and still refuses what is no JSON")
    func unreadable() throws {
        for value in [#""x""#, "1.5", "true", #"{"a":[1]}"#, "[]", "1e400"] {
            let text = #"{"name":"a","sent_at":\#(value),"z":1}"#
            let carrier = try Carrier(parsing: Array(text.utf8))
            #expect(carrier.sentAt == nil)
            #expect(carrier.extra["sent_at"]?.description == value)
            #expect(carrier.json == (try JSONValue(parsing: text)))
        }
        #expect(try Carrier(parsing: Array(#"{"name":"a","sent_at":null}"#.utf8)).extra.isEmpty)
        #expect(try Carrier(parsing: Array(#"{"name":"a","sent_\u0061t":"x"}"#.utf8)).extra == ["sent_at": "x"])
        for value in ["1.", "tru", "{", "[1,]", #""\x""#] {
            #expect(throws: JSONError.self) { try Carrier(parsing: Array(#"{"name":"a","sent_at":\#(value)}"#.utf8)) }
        }
        let both = try Carrier(parsing: Array(#"{"name":"a","sent_at":"x","sent_at":5}"#.utf8))
        #expect(both.sentAt == 5)
        #expect(String(decoding: try both.serialized(), as: UTF8.self) == #"{"name":"a","sent_at":5}"#)
    }

    @Test("J18 a word that nobody knows is kept as it is")
    func unknownWord() throws {
        let carrier = try Carrier(parsing: Array(#"{"name":"a","country":"Atlantis"}"#.utf8))
        #expect(carrier.country == Country(rawValue: "Atlantis"))
        #expect(carrier.country != .india)
        #expect(String(decoding: try carrier.serialized(), as: UTF8.self) == #"{"name":"a","country":"Atlantis"}"#)
    }

    @Test("J17 escaped keys name the same members")
    func escapedKeys() throws {
        let carrier = try Carrier(parsing: Array(#"{"n\u0061me":"a","\u0063ountry":"IN","nam\u00e9":1}"#.utf8))
        #expect(carrier == Carrier(name: "a", country: .india, extra: ["namé": 1]))
    }

    @Test("J09 a model with a number that is not finite throws when written, and has null in its JSON")
    func notFinite() throws {
        var fleet = try Fleet(parsing: Array(#"{"data":{"carriers":[]},"rates":{"a":1}}"#.utf8))
        #expect(fleet.json["rates"] == ["a": 1])
        fleet.weight = .infinity
        let error = #expect(throws: JSONError.self) { try fleet.serialized() }
        #expect(error?.reason == .notFinite)
        #expect(error?.path == "weight")
        #expect(error?.model == "Fleet")
        #expect(fleet.json["weight"] == .null)
    }

    @Test("J19 a tree takes 24 bytes for each element, and 16 more for each key")
    func size() throws {
        #expect(MemoryLayout<JSONValue>.stride == 24)
        #expect(MemoryLayout<JSONObject.Element>.stride == 40)
        // No more than a half is set aside for elements that do not come.
        let list = try JSONValue(parsing: "[" + String(repeating: "7,", count: 999_999) + "7]").arrayValue
        #expect(try #require(list).capacity <= 2_000_000)
    }

    @Test("J19 a list of 1,000,000 elements and a string of 10 MB are read")
    func large() throws {
        let list = Array(("[" + String(repeating: "7,", count: 999_999) + "7]").utf8)
        #expect(Parsing.skipError(list) == nil)
        #expect(try JSONValue(parsing: list).arrayValue?.count == 1_000_000)
        let text = String(repeating: "0123456789", count: 1_000_000)
        #expect(try JSONValue(parsing: "\"\(text)\"").stringValue == text)
    }
}
