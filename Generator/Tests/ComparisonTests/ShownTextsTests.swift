import Testing

@testable import Comparison

@Suite struct ShownTextsTests {
    @Test("Short texts are shown whole, on one line")
    func short() {
        let shown = ShownTexts(old: "one\ntwo", new: nil)
        #expect(shown.old == "one two")
        #expect(shown.new == nil)
    }

    @Test("A long text that stands alone is cut at its end")
    func alone() {
        let shown = ShownTexts(old: nil, new: String(repeating: "word ", count: 50))
        #expect(shown.new?.count == 120)
        #expect(shown.new?.hasPrefix("word word") == true)
        #expect(shown.new?.hasSuffix("…") == true)
    }

    @Test("Of two long texts the part is shown in which they begin to differ")
    func long() {
        let words = (1...40).map { "word\($0)" }.joined(separator: ", ")
        let shown = ShownTexts(old: words, new: words.replacing("word33,", with: "other,"))
        #expect(shown.old == "…word30, word31, word32, word33, word34, word35, word36, word37, word38, word39, word40")
        #expect(shown.new == "…word30, word31, word32, other, word34, word35, word36, word37, word38, word39, word40")
    }

    @Test("Texts without blanks are cut all the same")
    func unbroken() {
        let text = String(repeating: "x", count: 300)
        let shown = ShownTexts(old: text + "a" + text, new: text + "b" + text)
        #expect(shown.old?.contains("xa") == true)
        #expect(shown.new?.contains("xb") == true)
        #expect(shown.new?.count == 121)
    }

    @Test("A text that goes on is told from one that ends")
    func longer() {
        let text = String(repeating: "word ", count: 30)
        let shown = ShownTexts(old: text, new: text + "more")
        #expect(shown.old != shown.new)
        #expect(shown.new?.hasSuffix("more") == true)
    }
}
