import Testing
@_spi(Generated) import WaybillJSON

@Suite struct JSONReaderTests {
    private func read<Value>(_ text: String, _ body: (inout JSONReader) -> Value?) throws -> Value {
        try JSONReader.read(Array(text.utf8), body)
    }

    /// A reader cannot be copied, and so not be named in the macro.
    private func expect(_ isTrue: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(isTrue, sourceLocation: sourceLocation)
    }

    @Test("J17 null is nil without a fault for every primitive but value()")
    func null() throws {
        let nils = try read("[null,null,null,null,null,null,null,null,null,null,null]") { reader -> [Bool]? in
            reader.beginArray()
            var nils: [Bool] = []
            func add(_ isNil: Bool) { nils.append(isNil) }
            while reader.nextElement() {
                switch nils.count {
                case 0: add(reader.string() == nil)
                case 1: add(reader.int() == nil)
                case 2: add(reader.double() == nil)
                case 3: add(reader.bool() == nil)
                case 4: add(reader.number() == nil)
                case 5: add(reader.object() == nil)
                case 6: add(reader.model(Carrier.self) == nil)
                case 7: add(reader.word(Country.self) == nil)
                case 8: add(reader.list { $0.int() } == nil)
                case 9: add(reader.map { $0.int() } == nil)
                default: add(reader.value() == .null)
                }
            }
            return nils
        }
        #expect(nils.count == 11)
        #expect(nils.allSatisfy { $0 })
        #expect(try read("[null]") { $0.list { $0.value() } } == [.null])
    }

    @Test("J17 another type is a fault for every primitive")
    func mismatches() {
        let errors = [
            Parsing.error("7") { $0.string() }, Parsing.error("\"7\"") { $0.int() },
            Parsing.error("\"7\"") { $0.double() },
            Parsing.error("\"true\"") { $0.bool() }, Parsing.error("[]") { $0.number() },
            Parsing.error("[]") { $0.object() },
            Parsing.error("{}") { $0.list { $0.int() } }, Parsing.error("[]") { $0.map { $0.int() } },
            Parsing.error("7") { $0.model(Carrier.self) }, Parsing.error("7") { $0.word(Country.self) },
        ]
        for error in errors {
            guard case .typeMismatch = error?.reason else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        #expect(Parsing.error("null") { $0.int() }?.reason == .typeMismatch(expected: "a value", found: "null"))
        #expect(Parsing.error("nul") { $0.int() }?.reason == .unexpectedByte)
    }

    @Test("J17 the first fault wins and everything after it is quiet")
    func sticky() {
        let error = Parsing.error(#"{"a":1,"b":"x"}"#) { reader -> Int? in
            reader.beginObject("Model")
            while reader.nextKey() { _ = reader.string() }
            reader.missing("c")
            reader.fail(expected: "something else")
            expect(reader.hasFailed)
            expect(reader.string() == nil)
            expect(reader.value() == nil)
            expect(reader.list { $0.int() } == nil)
            expect(!reader.nextElement())
            expect(!reader.hasMember("a"))
            expect(reader.peekType() == .invalid)
            reader.skip()
            return 1
        }
        #expect(error?.path == "a")
        #expect(error?.model == "Model")
    }

    @Test("J17 a value of the right type and the wrong content is a fault at its place")
    func invalidValue() {
        let error = Parsing.error(#"{"at": "soon"}"#) { reader -> Int? in
            reader.beginObject("Model")
            while reader.nextKey() {
                if reader.string() != nil { reader.fail(expected: "an RFC 3339 timestamp") }
            }
            return 1
        }
        #expect(error?.reason == .invalidValue(expected: "an RFC 3339 timestamp"))
        #expect(error?.path == "at")
        #expect(error?.offset == 7)
        #expect(error?.description == "Model at at: the value is not an RFC 3339 timestamp (byte 7)")
    }

    @Test("J17 a union is told apart by type, by key, and by a tag wherever it stands")
    func lookahead() throws {
        let text = #"[{"a":{"kind":"no"},"kind":"first","b":[1],"k\u0069nd":"last"}]"#
        let tag = try read(text) { reader -> String? in
            reader.beginArray()
            expect(reader.nextElement())
            expect(reader.peekType() == .object)
            expect(reader.hasMember("b"))
            expect(reader.hasMember("kind"))
            expect(!reader.hasMember("c"))
            expect(reader.peekString("b") == nil)
            expect(reader.peekString("c") == nil)
            let tag = reader.peekString("kind")
            expect(reader.object()?.keys == ["a", "kind", "b"])
            expect(!reader.nextElement())
            return tag
        }
        #expect(tag == "last")
        for (text, type) in [
            ("null", JSONType.null), ("true", .bool), ("-1", .number), (#""""#, .string), ("[]", .array),
            ("{}", .object),
        ] {
            try read(" " + text) { reader in
                expect(reader.peekType() == type)
                expect(!reader.hasMember("a"))
                reader.skip()
            }
        }
    }

    @Test("J17 looking ahead into a broken document leaves the fault to whoever reads it")
    func brokenLookahead() {
        let error = Parsing.error(#"{"a":1,"b":tru}"#) { reader -> JSONValue? in
            expect(!reader.hasMember("c"))
            expect(reader.peekString("c") == nil)
            expect(!reader.hasFailed)
            return reader.value()
        }
        #expect(error?.path == "b")
        #expect(error?.reason == .unexpectedByte)
    }

    @Test("J17 going back forgets a fault recorded since, and none from before")
    func restore() throws {
        let elements = try read(#"[1,"x",2]"#) { reader in
            reader.list { reader -> JSONValue? in
                let mark = reader.mark()
                if let number = reader.int() { return .number(JSONNumber(number)) }
                reader.restore(mark)
                return reader.value()
            }
        }
        #expect(elements == [1, "x", 2])
        let error = Parsing.error("[true]") { reader -> Int? in
            _ = reader.int()
            let mark = reader.mark()
            reader.restore(mark)
            expect(reader.hasFailed)
            return 1
        }
        #expect(error?.reason == .typeMismatch(expected: "a number", found: "an array"))
    }

    @Test("J14 a dictionary takes a key twice, and the last wins")
    func map() throws {
        #expect(try read(#"{"a":1,"b":2,"a":3}"#) { $0.map { $0.int() } } == ["a": 3, "b": 2])
        #expect(try read("{}") { $0.map { $0.int() } } == [:])
        #expect(try read("[]") { $0.list { $0.int() } } == [])
        #expect(try read(#"[1,null,"x",2]"#) { $0.list { $0.int() } } == [1, 2])
        #expect(try read(#"{"a":null,"b":1,"c":[]}"#) { $0.map { $0.int() } } == ["b": 1])
        #expect(try read("[[1],[]]") { $0.list { $0.list { $0.int() } } } == [[1], []])
    }

    @Test("J17 keys are compared byte for byte at every length")
    func keys() throws {
        let keys: [StaticString] = [
            "", "a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmnopq",
        ]
        for key in keys {
            for other in keys {
                let isSame = try read("{\"\(other)\":0}") { reader -> Bool? in
                    reader.beginObject("Keys")
                    expect(reader.nextKey())
                    expect(reader.keyLength == "\(other)".utf8.count)
                    expect(reader.currentKey() == "\(other)")
                    let isSame = reader.isKey(key)
                    reader.skip()
                    return reader.nextKey() ? nil : isSame
                }
                #expect(isSame == ("\(key)" == "\(other)"))
            }
        }
        for text in ["abcdefgX", "Xbcdefgh", "abcdXfgh"] {
            #expect(try read("{\"\(text)\":0}") { $0.hasMember("abcdefgh") ? nil : $0.object()?.count } == 1)
        }
    }
}
