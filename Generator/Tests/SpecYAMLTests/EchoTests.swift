import SpecYAML
import Testing

@Suite struct EchoTests {
    @Test("Y17 words are quoted, cut and shown without what deceives the eye") func quoted() {
        #expect(Echo.quoted("decimel") == "'decimel'")
        #expect(Echo.quoted("é🏝") == "'é🏝'")
        #expect(Echo.quoted("a\nb\u{202E}\u{0}\t") == "'a\\nb\\u{202E}\\u{0}\\t'")
        #expect(Echo.quoted(String(repeating: "x", count: 40)) == "'\(String(repeating: "x", count: 40))'")
        #expect(Echo.quoted(String(repeating: "x", count: 41)) == "'\(String(repeating: "x", count: 40))…'")
    }
}
