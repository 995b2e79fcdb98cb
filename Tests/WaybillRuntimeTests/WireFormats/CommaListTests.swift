import Testing
@_spi(Generated) import WaybillRuntime

@Suite struct CommaListTests {
    @Test(arguments: [
        ("a,b", ["a", "b"]), ("a, b ,\tc\t", ["a", "b", "c"]), ("a b", ["a b"]), (",a,, ,", ["a"]), ("", []),
        (" \t", []),
    ])
    func elements(text: String, elements: [String]) {
        #expect(CommaList.elements(of: text) == elements)
    }
}
