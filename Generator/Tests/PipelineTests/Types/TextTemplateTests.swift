import Testing
@_spi(Generated) import WaybillRuntime

@_spi(Generated) @testable import Pipeline

@Suite struct TextTemplateTests {
    @Test("A text is taken apart by its form")
    func matches() {
        let pairs = TextTemplate("t={timestamp},v1={signature}").match("t=17,v1=ab=")
        #expect(pairs?.map(\.name) == ["timestamp", "signature"])
        #expect(pairs?.map(\.value) == ["17", "ab="])
        #expect(TextTemplate("Bearer {key}").match("bearer x") == nil)
        #expect(TextTemplate("{key}!").match("x!y") == nil)
        #expect(TextTemplate("plain").match("plain")?.isEmpty == true)
    }

    @Test(
        "Braces have partners, and placeholders are found",
        arguments: [("{a}{b}c", true), ("{a", false), ("a}", false)]
    )
    func balanced(text: String, isBalanced: Bool) {
        let template = TextTemplate(text)
        #expect(template.isBalanced == isBalanced)
        #expect(template.description == text)
    }

    @Test("Placeholders are filled, those without a value stay")
    func fills() {
        let filled = TextTemplate("{a}-{b}").filling { $0 == "a" ? "1" : nil }
        #expect(filled.description == "1-{b}")
        #expect(filled.placeholders == ["b"])
    }
}
