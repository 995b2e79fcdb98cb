import SpecYAML
import Testing

@Suite struct SpecTextTests {
    @Test("Y17 words are quoted, cut and shown without what deceives the eye") func quoted() {
        #expect(SpecText.quoted("decimel") == "'decimel'")
        #expect(SpecText.quoted("é🏝") == "'é🏝'")
        #expect(SpecText.quoted("a\nb\u{202E}\u{0}\t") == "'a\\nb\\u{202E}\\u{0}\\t'")
        #expect(SpecText.quoted(String(repeating: "x", count: 40)) == "'\(String(repeating: "x", count: 40))'")
        #expect(SpecText.quoted(String(repeating: "x", count: 41)) == "'\(String(repeating: "x", count: 40))…'")
    }
}
