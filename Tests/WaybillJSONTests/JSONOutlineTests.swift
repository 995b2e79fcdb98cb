import Testing
import WaybillJSON

@_spi(Generated) import struct WaybillJSON.JSONOutline

/// The tree is the judge: what has an outline must be JSON to it, with no key twice.
@Suite struct JSONOutlineTests {
    private static func isUnambiguous(_ document: [UInt8]) -> Bool {
        (try? JSONValue(parsing: document, options: JSONParsingOptions(duplicateKeys: .refuse))) != nil
    }

    /// Whether both say the same; of a key with an escape an outline may know nothing.
    private static func agree(_ document: [UInt8]) -> Bool {
        let hasOutline = JSONOutline(of: document) != nil
        if !hasOutline, document.contains(UInt8(ascii: "\\")) { return true }
        return hasOutline == isUnambiguous(document)
    }

    @Test("of all documents, good and bad ones")
    func documents() {
        for document in AcceptedDocuments.all.map({ Array($0.utf8) }) + RefusedDocuments.all {
            #expect(Self.agree(document), "\(String(decoding: document, as: UTF8.self))")
        }
    }

    @Test(
        "keys that come twice",
        arguments: [
            (#"{"a":1,"a":1}"#, false), (#"{"a":1,"b":2,"a":3}"#, false), (#"[{"x":{"k":1,"l":2,"k":3}}]"#, false),
            (#"{"a":{"a":1},"b":{"a":1}}"#, true), (#"{"a":{"b":1},"b":1}"#, true), (#"{"a":{"b":1},"a":1}"#, false),
            (#"{"é":1,"é":2}"#, false), (#"{"é":1,"e\#u{301}":2}"#, true), (#"{"":1,"":2}"#, false),
            (#"{"ab":1,"cb":2,"acb":3,"aab":4}"#, true), (#"{"aXb":1,"aYb":2,"aXb":3}"#, false),
            (#"[{"a":1},{"a":2}]"#, true), (#"{"a":1}{"a":2}"#, false), (#"{"a":1} x"#, false),
            (#"{"a":[{"b":1]}}"#, false),
        ]
    )
    func keys(_ text: String, _ isUnambiguous: Bool) {
        #expect((JSONOutline(of: Array(text.utf8)) != nil) == isUnambiguous)
        #expect(Self.isUnambiguous(Array(text.utf8)) == isUnambiguous)
    }

    @Test("every single-byte change of 10 documents", arguments: JSONMutationTests.rich)
    func changes(_ document: [UInt8]) {
        for changed in JSONMutationTests.changes(of: document) {
            let agrees = Self.agree(changed)
            if !agrees { Issue.record("\(changed)") }
        }
    }

    @Test("an object of more than 64 members, and one with an escaped key, are left to the tree")
    func leftToTheTree() {
        let members = (0..<65).map { "\"k\($0)\":0" }
        #expect(JSONOutline(of: Array("{\(members[..<64].joined(separator: ","))}".utf8)) != nil)
        #expect(JSONOutline(of: Array("{\(members.joined(separator: ","))}".utf8)) == nil)
        #expect(JSONOutline(of: Array(#"{"\u0061":1}"#.utf8)) == nil)
    }

    @Test("as deep as the options allow")
    func depth() {
        let document = Array("[[[1]]]".utf8)
        #expect(JSONOutline(of: document, options: JSONParsingOptions(maximumDepth: 3)) != nil)
        #expect(JSONOutline(of: document, options: JSONParsingOptions(maximumDepth: 2)) == nil)
    }

    @Test("texts of the document's members, wherever they stand")
    func texts() throws {
        let text = #" { "data" : {"id":"inner","list":[1,{"id":2}]}, "id" : "outer" , "n":1.50,"é":"x"} "#
        let outline = try #require(JSONOutline(of: Array(text.utf8)))
        #expect(outline.text(of: "id") { $0.string() } == "outer")
        #expect(outline.text(of: "é") { $0.string() } == "x")
        #expect(outline.text(of: "n") { $0.number()?.text } == "1.50")
        #expect(outline.text(of: "n") { $0.string() } == nil)
        #expect(outline.text(of: "inner") { $0.string() } == nil)
        #expect(outline.text(of: "list") { _ in "read" } == nil)
        #expect(outline.text(of: "data") { $0.value()?["list"]?[1]?["id"]?.numberValue?.text } == "2")
    }

    @Test("what is no object has no members")
    func others() throws {
        for text in ["[{\"id\":\"a\"}]", "\"id\"", "1", "null"] {
            #expect(try #require(JSONOutline(of: Array(text.utf8))).text(of: "id") { _ in "read" } == nil)
        }
    }
}
