import Testing

@testable import WaybillRuntime

@Suite struct PlainPatternTests {
    /// Patterns of its kind.
    static let plain = [
        #"^\+?\d{8,15}$"#, #"^[A-Za-z0-9_.-]+$"#, #"^[a-z]{2}$"#, #"^\w+@[a-z]+\.[a-z]{2,}$"#, #"^#[0-9A-Fa-f]{6}$"#,
        "^$", #"^a?b*c+$"#,
        #"^[+-]?\d+$"#, #"^[\w-]+$"#, #"^\d{3}$"#, #"^ $"#, #"^\d{0,3}[a-c]{2,2}x$"#, #"^[\]\\]+$"#, #"^[-a]+$"#,
    ]

    /// Others: some that need going back, some that mean something else, some that are none.
    static let other = [
        #"\d+"#, #"^\d+\d$"#, #"^a|b$"#, #"^(ab)+$"#, #"^.$"#, #"^[^a]$"#, #"^\s+$"#, #"^\bx$"#, #"^a*?b$"#, #"^a++b$"#,
        #"^a{2}{3}$"#,
        "^é$", #"^x\$"#, #"^[a&&b]$"#, #"^[[a]]$"#, #"^[z-a]$"#, #"^[a-\d]$"#, #"^a{3,2}$"#, #"^a{x}$"#, #"^a{,2}$"#,
        #"^[]$"#, "^[a$",
        #"^a?a$"#, #"^a*b?a$"#, "^*$", "^a]$", #"^\p{L}$"#, "^", "$", "", #"^\$"#, #"^\1$"#,
        "^a{99999999999999999999}$",
    ]

    static let texts = [
        "", "+8801617738431", "8801617", "12345678", "123", "1234567890123456", "a", "b", "c", "ab", "bc", "abc", "ac",
        "aab", "bbbc", "xy",
        "en", "e", "eng", "a@b.de", "a_1@bc.d", "#00ffAA", "#00ffA", "a b", " ", "+1", "-12", "1+", "a-b_c.d", "é",
        "e\u{301}", "a\n", "\n",
        "٣", "]", "\\", "]\\", "-a-", "12aax", "aax", "x", "x$", "aa", "aaa", "k", "_", "\u{0}", "\u{212A}", "ａ",
    ]

    @Test("tells which patterns it can match")
    func kinds() {
        #expect(Self.plain.filter { PlainPattern($0) == nil } == [])
        #expect(Self.other.filter { PlainPattern($0) != nil } == [])
    }

    @Test("matches as the expression of the same pattern does", arguments: plain)
    func matches(pattern: String) throws {
        let plain = try #require(PlainPattern(pattern))
        let expression = try Regex("(?:\(pattern.dropFirst().dropLast()))").asciiOnlyCharacterClasses()
            .asciiOnlyDigits()
            .asciiOnlyWordCharacters().matchingSemantics(.unicodeScalar)
        for text in Self.texts {
            #expect(
                plain.matches(text) == (try expression.wholeMatch(in: text) != nil),
                "\(pattern) and \(text.debugDescription)"
            )
        }
    }
}
