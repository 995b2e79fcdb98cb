import Testing
import WaybillJSON

@Suite struct JSONGrammarTests {
    @Test("J01 own corpus: what RFC 8259 allows is read", arguments: AcceptedDocuments.all)
    func accepted(_ text: String) {
        #expect(Parsing.accepts(Array(text.utf8)) == true)
    }

    @Test("J01 own corpus: what RFC 8259 forbids is refused", arguments: RefusedDocuments.all)
    func refused(_ bytes: [UInt8]) {
        #expect(Parsing.accepts(bytes) == false)
    }

    @Test("J01 the corpus is as large as it says and names nothing twice")
    func size() {
        #expect(AcceptedDocuments.all.count >= 60)
        #expect(RefusedDocuments.all.count >= 120)
        #expect(Set(AcceptedDocuments.all.map { Array($0.utf8) }).count == AcceptedDocuments.all.count)
        #expect(Set(RefusedDocuments.all).count == RefusedDocuments.all.count)
    }

    @Test("J01 what was read is written and read again as the same", arguments: AcceptedDocuments.all)
    func roundTrip(_ text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(try JSONValue(parsing: value.serialized()) == value)
        #expect(try JSONValue(parsing: value.description).serialized() == value.serialized())
    }

    @Test(
        "J02 every choice that RFC 8259 leaves open has one outcome",
        arguments: [
            ("1e400", true), ("-1e400", true), ("1e-400", true), ("123456789012345678901234567890", true),
            (#""\uD800""#, false), (#""\uDFAA""#, false), (#""\uD888\u1234""#, false), ("\u{FEFF}{}", false),
            (String(repeating: "[", count: 500) + String(repeating: "]", count: 500), false),
            (#"{"a":1,"a":2}"#, true), (#""\u0000""#, true), (#""\uFFFE""#, true),
        ]
    )
    func openChoices(_ text: String, isAccepted: Bool) {
        #expect(Parsing.accepts(Array(text.utf8)) == isAccepted)
    }
}
