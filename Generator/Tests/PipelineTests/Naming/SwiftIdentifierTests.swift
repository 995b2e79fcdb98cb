import Testing

@testable import Pipeline

@Suite struct SwiftIdentifierTests {
    @Test("G06 keywords get backticks only where Swift needs them")
    func keywords() {
        let word = SwiftIdentifier(forcing: "default")
        #expect(word.declared == "`default`")
        #expect(word.member == "default")
        #expect(word.label == "default")
        let initializer = SwiftIdentifier(forcing: "init")
        #expect(initializer.declared == "`init`")
        #expect(initializer.member == "`init`")
        #expect(initializer.label == "init")
        #expect(SwiftIdentifier(forcing: "inout").parameter == "`inout`")
        #expect(SwiftIdentifier(forcing: "inout").label == "`inout`")
        #expect(SwiftIdentifier(forcing: "let").label == "let")
        #expect(word.parameter == "default")
        #expect(SwiftIdentifier(forcing: "plain").declared == "plain")
    }

    @Test(
        "what is no plain identifier is refused",
        arguments: ["", "_", "1a", "a b", "a-b", "$0", "a`", "🚀", "a\u{202E}b", "a\u{0}", "a\u{301}", "#if", "a\rb"]
    )
    func refused(text: String) {
        #expect(SwiftIdentifier(text) == nil)
    }

    @Test(
        "whatever is forced becomes a plain identifier",
        arguments: ["", "_", "1a", "a b", "$0", "`evil`", "🚀", "a\u{202E}b", "\0", "*/ evil() /*", "\\(evil())"]
    )
    func forced(text: String) {
        let identifier = SwiftIdentifier(forcing: text)
        #expect(SwiftIdentifier(identifier.text) == identifier)
    }
}
