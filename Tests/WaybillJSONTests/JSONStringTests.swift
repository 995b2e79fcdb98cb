import Testing
@_spi(Generated) import WaybillJSON

@Suite struct JSONStringTests {
    private func string(_ bytes: [UInt8]) throws -> String {
        try JSONReader.read(bytes) { $0.string() }
    }

    @Test(
        "J10 escapes become what they stand for",
        arguments: [
            (#""\u0000""#, "\u{0}"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u00e9\u00E9""#, "\u{E9}\u{E9}"),
            (#""\uD83D\uDE00""#, "\u{1F600}"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
            (
                #""a\u007Fb\u0080c\u07FFd\u0800e\uFFFF""#,
                "a\u{7F}b\u{80}c\u{7FF}d\u{800}e\u{FFFF}"
            ),
            (#""\\u0041""#, "\\u0041"),
            (
                #""text before \n text after, all longer than a word""#,
                "text before \n text after, all longer than a word"
            ),
        ]
    )
    func escapes(_ text: String, value: String) throws {
        #expect(Array(try string(Array(text.utf8)).utf8) == Array(value.utf8))
        #expect(try JSONValue(parsing: text).stringValue?.unicodeScalars.elementsEqual(value.unicodeScalars) == true)
    }

    @Test(
        "J10 half a surrogate pair is refused with its own reason",
        arguments: [
            #""\uD800""#, #""\uDC00""#, #""\uDC00\uD800""#, #""\uD800\uD800""#, #""a\uD83Db""#, #"{"\uDFFF":1}"#,
        ]
    )
    func surrogates(_ text: String) {
        #expect(Parsing.treeError(Array(text.utf8))?.reason == .loneSurrogate)
        #expect(Parsing.skipError(Array(text.utf8))?.reason == .loneSurrogate)
    }

    @Test("J10 text of every length and alignment is found whole")
    func lengths() throws {
        for length in 0...70 {
            for tail in ["", "é", "\u{1F600}"] {
                let text = String(repeating: "x", count: length) + tail
                #expect(try string(Array("\"\(text)\"".utf8)) == text)
                #expect(try string(Array("   \"\(text)\"  ".utf8)) == text)
                #expect(try string(Array("\"\(text)\\n\"".utf8)) == text + "\n")
            }
        }
    }

    @Test("J10 a bad byte at every place of a string is refused", arguments: [0xFF, 0x80, 0xC3, 0x00, 0x1F] as [UInt8])
    func badByte(_ byte: UInt8) {
        for length in 0...40 {
            for place in 0...length {
                var bytes = Array(String(repeating: "x", count: length).utf8)
                bytes.insert(byte, at: place)
                #expect(Parsing.accepts([0x22] + bytes + [0x22]) == false)
                #expect(Parsing.accepts([0x7B, 0x22] + bytes + [0x22, 0x3A, 0x30, 0x7D]) == false)
            }
        }
    }

    @Test("J10 every scalar of Unicode passes, written raw and escaped")
    func scalars() throws {
        for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 251) {
            guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
            let text = String(scalar)
            #expect(try string(Array("\"\(text)\"".utf8)) == text)
            let escaped = text.utf16.map { "\\u" + String(0x10000 + UInt32($0), radix: 16).dropFirst() }.joined()
            #expect(try string(Array("\"\(escaped)\"".utf8)).unicodeScalars.elementsEqual([scalar]))
        }
    }

    @Test("J15 a combining mark right after a quote belongs to the string")
    func combiningMark() throws {
        let bytes: [UInt8] = [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xCC, 0x81, 0x78, 0x22, 0x7D]
        let text = try JSONValue(parsing: bytes)["a"]?.stringValue
        #expect(text?.unicodeScalars.map(\.value) == [0x301, 0x78])
        #expect(try JSONValue(parsing: bytes).serialized() == bytes)
    }

    @Test("J15 only four characters are white space")
    func whiteSpace() {
        #expect(Parsing.accepts(Array("\r\n[\r\n1\r\n,\r\n2\r\n]\r\n".utf8)) == true)
        for scalar in ["\u{2028}", "\u{85}", "\u{A0}", "\u{B}", "\u{C}", "\u{0}", "\u{1F}", "\u{3000}"] {
            for text in [
                "[\(scalar)1]", "[1\(scalar)]", "\(scalar)1", "1\(scalar)", "{\(scalar)}", "{\"a\"\(scalar):1}",
            ] {
                #expect(Parsing.accepts(Array(text.utf8)) == false)
            }
        }
    }
}
