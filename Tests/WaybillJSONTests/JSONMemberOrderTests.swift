import Testing
@_spi(Generated) import WaybillJSON

/// Members are looked for where the model's order has them; whatever a document does instead must read the same.
@Suite struct JSONMemberOrderTests {
    /// Reads members of which one key begins with another, one needs an escape, one is no ASCII and one is long.
    private struct Row: JSONModel, CustomStringConvertible {
        static let keys: [StaticString] = ["id", "idx", "i", "a\"b", "é", "a_key_of_more_than_sixteen_bytes"]

        var values: [Int?] = Array(repeating: nil, count: 6)
        var extra = JSONObject()

        init?(from reader: inout JSONReader) {
            var members = JSONMembers(Self.keys)
            reader.beginObject("Row")
            while let place = reader.nextKey(&members, keepingIn: &extra) {
                if values.indices.contains(place) { values[place] = reader.int() } else { reader.keep(in: &extra) }
            }
            if reader.hasFailed { return nil }
        }

        func encode(to writer: inout JSONWriter) {
            writer.beginObject()
            for (key, value) in zip(Self.keys, values) { writer.member(key, value) }
            writer.endObject(extra)
        }

        var description: String { values.map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ") + " \(extra)" }
    }

    private func read(_ text: String) throws -> String { "\(try Row(parsing: Array(text.utf8)))" }

    static let long = #""a_key_of_more_than_sixteen_bytes""#

    @Test(
        "members in any order, absent, unknown, repeated or written otherwise",
        arguments: [
            (#"{"id":1,"idx":2,"i":3,"a\"b":4,"é":5,\#(long):6}"#, "1 2 3 4 5 6 {}"),
            (#"{\#(long):6,"é":5,"a\"b":4,"i":3,"idx":2,"id":1}"#, "1 2 3 4 5 6 {}"),
            (#"{"idx":2}"#, "- 2 - - - - {}"),
            (#"{"i":3,"id":1}"#, "1 - 3 - - - {}"),
            (#"{"ix":3,"id":1}"#, #"1 - - - - - {"ix":3}"#),
            (#"{"id":1,"id":2,"id":3}"#, "3 - - - - - {}"),
            (#"{"x":0,"id":1,"y":{"id":9},"idx":2,"z":[1]}"#, #"1 2 - - - - {"x":0,"y":{"id":9},"z":[1]}"#),
            (#"{"i\u0064":1,"\u00e9":5}"#, "1 - - - 5 - {}"),
            (#"{"id" :1,"idx":2 , "i" : 3}"#, "1 2 3 - - - {}"),
            (" {\n\"id\":\t1\r,\"i\":3} ", "1 - 3 - - - {}"),
            (#"{"e\u0301":5}"#, "- - - - - - {\"e\u{301}\":5}"),
            (#"{"":0,"id":1}"#, #"1 - - - - - {"":0}"#),
            (#"{"id":null,"idx":"2","i":3}"#, #"- - 3 - - - {"idx":"2"}"#),
            (#"{}"#, "- - - - - - {}"),
        ]
    )
    func order(text: String, row: String) throws {
        #expect(try read(text) == row)
        // A value that is read back is the same, whatever the order was.
        #expect(try read(String(decoding: Row(parsing: Array(text.utf8)).serialized(), as: UTF8.self)) == row)
    }

    @Test(
        "what is no object is refused, however near it comes",
        arguments: [
            #"{"id":1,}"#, #"{"id":1"idx":2}"#, #"{"id"1}"#, #"{"id:1}"#, #"{id":1}"#, #"{,"id":1}"#, #"{"id":}"#,
            #"{"id":1,,"idx":2}"#,
            #"{"id":1;"idx":2}"#, #"{"id";1}"#, #"{"id":1"#, #"{"id":"#, #"{"id""#, #"{"id"#, #"{""#, "{", #"{"id":1]"#,
            #"{"id":1,"idx":2"#,
        ]
    )
    func broken(text: String) {
        #expect(throws: JSONError.self) { try Row(parsing: Array(text.utf8)) }
    }
}
