import Testing
import WaybillJSON

@Suite struct JSONMutationTests {
    static let documents = AcceptedDocuments.all.map { Array($0.utf8) }

    /// Documents with something of everything, for changes of single bytes.
    static let rich: [[UInt8]] = [
        #"{"a":[1,-2.5e3,true,null],"b":"x\u00e9\n"}"#, #"[{"id":"01","ok":false},{"id":"02","n":0.1}]"#,
        #"{"\u0061":{"b":{"c":"\uD83D\uDE00"}}}"#, #" [ "a" , "b" ] "#, #"{"data":{"flows":[{"state":7}]}}"#,
        #"["é","e\#u{301}","\#u{1F600}"]"#, "[0,0.0,-0,1e5,1E-5]", #"{"":"","":""}"#, "[[[[[1]]]],{}]",
        #"{"key_of_some_length":"value of some length"}"#,
    ].map { Array($0.utf8) }

    @Test("J05 every truncation of 50 documents: no trap, both ways agree")
    func truncations() {
        #expect(Self.documents.count >= 50)
        for document in Self.documents + Self.rich {
            for length in 0..<document.count {
                #expect(Parsing.accepts(Array(document.prefix(length))) != nil)
            }
        }
    }

    @Test("J05 every single-byte change of 10 documents: no trap, and what is read survives writing", arguments: rich)
    func changes(_ document: [UInt8]) {
        for changed in Self.changes(of: document) {
            let isSound = Self.isSound(changed)
            if !isSound { Issue.record("\(changed)") }
        }
    }

    /// The document with one byte changed, in every way.
    static func changes(of document: [UInt8]) -> some Sequence<[UInt8]> {
        document.indices.lazy.flatMap { index in
            (UInt8.min...UInt8.max).lazy.filter { $0 != document[index] }.map { byte in
                var changed = document
                changed[index] = byte
                return changed
            }
        }
    }

    private static func isSound(_ document: [UInt8]) -> Bool {
        guard let value = try? JSONValue(parsing: document) else { return Parsing.skipError(document) != nil }
        return Parsing.skipError(document) == nil && (try? JSONValue(parsing: value.serialized())) == value
    }
}
