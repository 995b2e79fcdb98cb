import Testing

@_spi(Generated) @testable import WaybillJSON

/// What is not as its model has it costs itself, and nothing beside it.
@Suite struct UnreadMemberTests {
    private func read(_ json: String) throws -> (fleet: Fleet, unread: [String]) {
        var unread: [UnreadMember] = []
        let fleet = try JSONReader.read(Array(json.utf8), noting: &unread) { Fleet(from: &$0) }
        return (fleet, unread.map(\.description))
    }

    @Test("a member of another type is nil, is kept as it came, and is noted with its place")
    func member() throws {
        let json = #"{"data":{"carriers":[]},"weight":{"kg":[1]},"other":1,"rates":"none"}"#
        let (fleet, unread) = try read(json)
        #expect(fleet.weight == nil && fleet.rates == nil)
        #expect(fleet.extra == ["weight": ["kg": [1]], "other": 1, "rates": "none"])
        #expect(
            unread == ["weight: expected a number, found an object", "rates: expected an object, found a string"]
        )
        #expect(fleet.json == (try JSONValue(parsing: json)))
    }

    @Test("an odd element is left out of its list, and the list is kept beside it as it came")
    func element() throws {
        let json = #"{"data":{"carriers":[{"name":"a"},7,{"name":"b","sent_at":"x"},null,{"name":2}]}}"#
        let (fleet, unread) = try read(json)
        #expect(fleet.data.carriers.map(\.name) == ["a", "b"])
        #expect(fleet.data.carriers[1].extra == ["sent_at": "x"])
        #expect(fleet.data.extra["carriers"]?.arrayValue?.count == 5)
        #expect(
            unread == [
                "data.carriers[1]: expected an object, found a number",
                "data.carriers[2].sent_at: expected a number, found a string",
                "data.carriers[3]: expected a value, found null",
                "data.carriers[4].name: expected a string, found a number",
            ]
        )
        #expect(fleet.json["data"]?["carriers"]?.arrayValue?.count == 2)
    }

    @Test("an odd value of a dictionary is left out, and the dictionary is kept beside it as it came")
    func value() throws {
        let (fleet, unread) = try read(#"{"data":{"carriers":[]},"rates":{"a":1,"b":"2","c":null,"d":4}}"#)
        #expect(fleet.rates == ["a": 1, "d": 4])
        #expect(fleet.extra["rates"]?.objectValue?.count == 4)
        #expect(unread == ["rates.b: expected a number, found a string", "rates.c: expected a value, found null"])
    }

    @Test("an odd nested object in an odd nested object is told once, where it is")
    func nested() throws {
        #expect(throws: JSONError.self) { try read(#"{"data":[]}"#) }
        let error = #expect(throws: JSONError.self) { try read(#"{"weight":"x","data":{"carriers":{"a":1}}}"#) }
        #expect(error?.description == "Data at data.carriers: expected an array, found an object (byte 33)")
    }

    @Test("a member that is required is told as what it is, not as missing")
    func required() throws {
        let error = #expect(throws: JSONError.self) { try Carrier(parsing: Array(#"{"name":1,"country":2}"#.utf8)) }
        #expect(error?.description == "Carrier at name: expected a string, found a number (byte 8)")
        let absent = #expect(throws: JSONError.self) { try Carrier(parsing: Array(#"{"country":2}"#.utf8)) }
        #expect(absent?.reason == .missing(key: "name"))
    }

    @Test("what is no JSON is still refused, wherever it stands")
    func syntax() {
        for value in [
            "tru", "[1,]", "{\"a\":}", "\"\\x\"", "01", "[{\"name\":01}]", String(repeating: "[", count: 200),
        ] {
            let json = #"{"data":{"carriers":\#(value)},"weight":\#(value)}"#
            #expect(throws: JSONError.self) { try read(json) }
        }
    }

    @Test("a later copy of a member wins, also where one of them is odd")
    func copies() throws {
        let text = #"{"name":"a","sent_at":"x","sent_at":5}"#
        let later = try Carrier(parsing: Array(text.utf8))
        #expect(later.sentAt == 5)
        #expect(String(decoding: try later.serialized(), as: UTF8.self) == #"{"name":"a","sent_at":5}"#)
        #expect(try Carrier(parsing: Array(#"{"name":"a","sent_at":5,"sent_at":"x"}"#.utf8)).sentAt == nil)
    }

    @Test("a hostile document notes no more than 32 places, and takes time in proportion to its length")
    func many() throws {
        let carriers = Array(repeating: #"{"name":"a","sent_at":"x"}"#, count: 20_000).joined(separator: ",")
        let (fleet, unread) = try read(#"{"data":{"carriers":[\#(carriers)]}}"#)
        #expect(fleet.data.carriers.count == 20_000)
        #expect(unread.count == 32)
    }

    @Test("a member that was set after it could not be read is written once")
    func setLater() throws {
        var carrier = try Carrier(parsing: Array(#"{"name":"a","sent_at":"soon","z":1}"#.utf8))
        carrier.sentAt = 3
        #expect(String(decoding: try carrier.serialized(), as: UTF8.self) == #"{"name":"a","sent_at":3,"z":1}"#)
        carrier.extra["na\u{6D}e"] = "b"
        #expect(String(decoding: try carrier.serialized(), as: UTF8.self) == #"{"name":"a","sent_at":3,"z":1}"#)
    }
}
