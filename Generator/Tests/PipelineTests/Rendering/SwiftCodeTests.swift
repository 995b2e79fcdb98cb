import Testing

@testable import Pipeline

@Suite struct SwiftCodeTests {
    @Test("G05 a literal is the text, byte for byte, on one visible line", arguments: HostileText.all)
    func roundTrip(text: String) {
        let literal = SwiftCode.literal(text).text
        #expect(Self.value(of: literal).map { Array($0.utf8) } == Array(text.utf8))
        #expect(literal.unicodeScalars.allSatisfy { $0.value >= 0x20 && !$0.properties.isDefaultIgnorableCodePoint })
        #expect(!HostileText.code(of: literal).contains("evil"))
    }

    @Test("the reader of the tests sees what leaves its place")
    func reader() {
        for source in [
            "// x\revil()", "/// x\nevil()", "\"\\(evil())\"", "\"\"; evil()", "#\"x\"#; evil()", "\"x\nevil()\"",
        ] {
            let code = HostileText.code(of: source)
            #expect(code.contains("evil") || code.contains("UNTERMINATED"))
        }
        #expect(HostileText.code(of: "// evil()\n\"evil()\" + #\"\\evil()\"#") == "\n\"\" + #\"\"#")
    }

    @Test("a pattern is a raw literal where that is safe")
    func pattern() {
        #expect(SwiftCode.pattern(#"^\d+$"#).text == ##"#"^\d+$"#"##)
        #expect(SwiftCode.pattern("^[a-z]$").text == "\"^[a-z]$\"")
        #expect(SwiftCode.pattern(##"\d"#"##).text == ##""\\d\"#""##)
        #expect(SwiftCode.pattern(##"\#(evil())"##).text == ##""\\#(evil())""##)
        #expect(SwiftCode.pattern("\\d\n").text == #""\\d\n""#)
    }

    @Test("G05 literals of wire texts are the texts, and no code", arguments: HostileText.all)
    func wireTexts(text: String) {
        let quoted = SwiftCode.quoted(text).text
        #expect(!HostileText.code(of: quoted).contains("evil"))
        #expect(!quoted.contains { $0.isNewline })
        let piece = SwiftCode.piece(text).text
        #expect(!piece.contains("\"\"\""))
        let literal = "\"" + piece.replacing("\\\"", with: "\"").replacing("\"", with: "\\\"") + "\""
        #expect(Self.value(of: literal).map { Array($0.utf8) } == Array(text.utf8))
        #expect(!HostileText.code(of: literal).contains("evil"))
    }

    @Test("JSON is a raw literal where that is safe")
    func quoted() {
        #expect(SwiftCode.quoted(#"{"a":1}"#).text == ##"#"{"a":1}"#"##)
        #expect(SwiftCode.quoted("plain").text == "\"plain\"")
        #expect(SwiftCode.quoted(##"{"a":"#"}"##).text == ##""{\"a\":\"#\"}""##)
    }

    @Test(
        "numbers get groups of three digits",
        arguments: [(0, "0"), (999, "999"), (1_000, "1_000"), (1_234_567, "1_234_567"), (-12_345, "-12_345")]
    )
    func number(value: Int, expected: String) {
        #expect(SwiftCode.number(value).text == expected)
    }

    @Test("the digits of a number cannot be anything else", arguments: ["evil()", "1;evil()", "", "0x1", "1_0", "nan"])
    func digits(text: String) {
        #expect(SwiftCode.number(digits: text).text == "0")
        #expect(SwiftCode.number(digits: "-1.5e3").text == "-1.5e3")
    }

    @Test("a name is written as its place needs it")
    func names() {
        let name = SwiftIdentifier(forcing: "in")
        let code: SwiftCode = "f(\(label: name): \(name)).\(member: name) // \(bare: name)"
        #expect(code.text == "f(in: `in`).in // in")
    }

    /// The value of a literal, read the way Swift reads it; nil where it is none.
    private static func value(of literal: String) -> String? {
        var scalars = Array(literal.unicodeScalars)[...]
        guard scalars.popFirst() == "\"", scalars.popLast() == "\"" else { return nil }
        var value = String.UnicodeScalarView()
        while let scalar = scalars.popFirst() {
            guard scalar == "\\" else {
                if scalar == "\"" || scalar.value < 0x20 { return nil }
                value.append(scalar)
                continue
            }
            switch scalars.popFirst() {
            case "n": value.append("\n")
            case "r": value.append("\r")
            case "t": value.append("\t")
            case "0": value.append("\0")
            case "\"": value.append("\"")
            case "\\": value.append("\\")
            case "u":
                let digits = scalars.dropFirst().prefix { $0 != "}" }
                scalars = scalars.dropFirst(digits.count + 2)
                let text = String(String.UnicodeScalarView(digits))
                guard let number = UInt32(text, radix: 16), let made = Unicode.Scalar(number) else { return nil }
                value.append(made)
            default: return nil
            }
        }
        return String(value)
    }
}
