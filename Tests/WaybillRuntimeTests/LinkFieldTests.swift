import Testing

@_spi(Generated) @testable import WaybillRuntime

@Suite struct LinkFieldTests {
    /// Each link as its target, and behind it its relations.
    private func read(_ field: String) -> [[String]] {
        LinkField.parse(field).map { [$0.target] + $0.relations }
    }

    @Test(
        "RFC 8288, section 3.5, all examples",
        arguments: [
            (
                #"<http://example.com/TheBook/chapter2>; rel="previous"; title="previous chapter""#,
                [["http://example.com/TheBook/chapter2", "previous"]]
            ), (#"</>; rel="http://example.net/foo""#, [["/", "http://example.net/foo"]]),
            (##"</terms>; rel="copyright"; anchor="#foo""##, [["/terms", "copyright"]]),
            (
                """
                </TheBook/chapter2>; rel="previous"; title*=UTF-8'de'letztes%20Kapitel, \
                </TheBook/chapter4>; rel="next"; title*=UTF-8'de'n%c3%a4chstes%20Kapitel
                """, [["/TheBook/chapter2", "previous"], ["/TheBook/chapter4", "next"]]
            ),
            (
                #"<http://example.org/>; rel="start http://example.net/relation/other""#,
                [["http://example.org/", "start", "http://example.net/relation/other"]]
            ),
            (
                #"<https://example.org/>; rel="start", <https://example.org/index>; rel="index""#,
                [["https://example.org/", "start"], ["https://example.org/index", "index"]]
            ),
        ]
    )
    func examples(field: String, links: [[String]]) {
        #expect(read(field) == links)
    }

    // What httplink 0.2.0, a parser in Python, makes of the same texts.
    @Test(
        "as another parser reads them",
        arguments: [
            (#"<https://api.test/rows?page=2>; rel=next"#, [["https://api.test/rows?page=2", "next"]]),
            (#"<a>;rel="next",<b>;rel="prev""#, [["a", "next"], ["b", "prev"]]),
            (#"<https://api.test/rows?a=1,2;3>; rel="next""#, [["https://api.test/rows?a=1,2;3", "next"]]),
            (#"<a>; title="x, <b>; rel=prev"; rel="next""#, [["a", "next"]]),
            (#"<a>; title="say \"hi\""; rel="next""#, [["a", "next"]]), (#"<a> ; rel = "next""#, [["a", "next"]]),
            (#"<a>;rel="next" , , <b>;rel=last"#, [["a", "next"], ["b", "last"]]), ("<>; rel=next", [["", "next"]]),
            (#"<a>; rel="""#, [["a"]]), ("<a>; rel=\"next\tlast\"", [["a", "next", "last"]]),
        ]
    )
    func others(field: String, links: [[String]]) {
        #expect(read(field) == links)
    }

    @Test("what stands behind a fault is not read, and the first of two parameters counts (appendix B)")
    func faults() {
        #expect(read(#"<a>; REL="Next"; rel="prev""#) == [["a", "next"]])
        #expect(read("<a>; crossorigin; rel=next") == [["a", "next"]])
        #expect(read("<a>;;rel=next,") == [["a", "next"]])
        #expect(read("<a>, b; rel=prev, <c>") == [["a"]])
        #expect(read("<a>; rel=\"next") == [["a", "next"]])
        #expect(["", "a; rel=next", "<a", ";", "\"<a>\"; rel=next"].map(read) == [[], [], [], [], []])
    }
}
