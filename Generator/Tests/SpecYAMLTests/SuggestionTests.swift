import SpecYAML
import Testing

@Suite struct SuggestionTests {
    @Test(
        "near words",
        arguments: [
            ("decimel", "decimal"), ("strng", "string"), ("itn", "int"), ("api_key", "apiKey"),
            ("Timestamp", "timestamp"),
            ("timestmap", "timestamp"), ("INT", "int"),
        ]
    ) func near(word: String, expected: String) {
        let known = ["decimal", "string", "int", "apiKey", "timestamp", "retry", "map"]
        #expect(Suggestion.nearest(to: word, among: known) == expected)
    }

    @Test("nothing near", arguments: ["", "x", "on", "carrier", "__"]) func far(word: String) {
        #expect(Suggestion.nearest(to: word, among: ["no", "int", "yes", ""]) == nil)
    }

    @Test("of equally near words the first, of nearer ones the nearest") func ties() {
        #expect(Suggestion.nearest(to: "cat", among: ["bat", "rat"]) == "bat")
        #expect(Suggestion.nearest(to: "statis", among: ["static", "status", "statis_"]) == "statis_")
    }

    @Test("a word of a megabyte costs nothing") func long() {
        #expect(Suggestion.nearest(to: String(repeating: "a", count: 1 << 20), among: ["a"]) == nil)
    }
}
