import SpecYAML
import Testing

@Suite struct YAMLNodeTests {
    @Test("ranges of scalars: quotes included, blanks and comments not, columns in characters") func scalarRanges() {
        let node = Reading("é: ü  # c\n\"🏝 \": 'a''b' \nc:\nd: [\"ä\", 😀, e]\n").node
        #expect(Reading.range(node?["é"]) == "1:4-1:5")
        #expect(node?.mapping?.map { Reading.range($0.keyLocation) } == ["1:1-1:2", "2:1-2:5", "3:1-3:2", "4:1-4:2"])
        #expect(Reading.range(node?["🏝 "]) == "2:7-2:13")
        #expect(Reading.range(node?["c"]) == "3:3-3:3")
        #expect(
            node?["d"]?.sequence.map { $0.map { Reading.range($0.location) } } == ["4:5-4:8", "4:10-4:11", "4:13-4:14"]
        )
    }

    @Test("ranges of block lists and mappings end with their last member") func blockRanges() {
        let node = Reading("a:\n  b: 1\n  c:\n    - x\n    - y: 2\n\n# comment\nd:\n- 1\n- \ne: {}\n").node
        #expect(Reading.range(node) == "1:1-11:6")
        #expect(Reading.range(node?["a"]) == "2:3-5:11")
        #expect(Reading.range(node?["a"]?["c"]) == "4:5-5:11")
        #expect(Reading.range(node?["a"]?["c"]?.sequence?.last) == "5:7-5:11")
        #expect(Reading.range(node?["d"]) == "9:1-10:2")
        #expect(Reading.range(node?["e"]) == "11:4-11:6")
    }

    @Test("ranges of flow lists and mappings are their brackets") func flowRanges() {
        let node = Reading("a: [ {b: 1 } ,\n  c ]\nd: [e: f , g]\n").node
        #expect(Reading.range(node?["a"]) == "1:4-2:6")
        #expect(Reading.range(node?["a"]?.sequence?.first) == "1:6-1:13")
        #expect(Reading.range(node?["d"]?.sequence?.first) == "3:5-3:9")
    }

    @Test("ranges of text blocks end with their last line that has text") func textBlockRanges() {
        let node = Reading("a: |\n  x\n\n  éy\n\n\nb: >-\n  z\n  w\nc: |\n\nd: |+\n  v\n").node
        #expect(Reading.range(node?["a"]) == "1:4-4:5")
        #expect(Reading.range(node?["b"]) == "7:4-9:4")
        #expect(Reading.range(node?["c"]) == "10:4-10:5")
        #expect(Reading.range(node?["d"]) == "12:4-13:4")
        #expect(node?["a"]?.scalar == YAMLScalar(text: "x\n\néy\n", style: .literal))
        #expect(node?["b"]?.scalar == YAMLScalar(text: "z w", style: .folded))
    }

    @Test("a plain text over several lines") func multilinePlain() {
        let node = Reading("a: one\n  two\nb: 1\n").node
        #expect(node?["a"]?.scalar?.text == "one two")
        #expect(Reading.range(node?["a"]) == "1:4-2:6")
    }

    @Test("accessors answer for their own kind only") func accessors() {
        let node = Reading("a: [1]\nb: {c: 2}\nd: 3\n").node
        #expect(node?["a"]?.sequence?.count == 1)
        #expect(node?["a"]?.mapping == nil)
        #expect(node?["a"]?["c"] == nil)
        #expect(node?["b"]?["c"]?.scalar?.int == 2)
        #expect(node?["b"]?.sequence == nil)
        #expect(node?["d"]?.scalar?.text == "3")
        #expect(node?["b"]?.scalar == nil)
        #expect(node?["x"] == nil)
    }

    @Test(
        "kinds in words",
        arguments: [
            ("{b: 1}", "a mapping"), ("[]", "a list"), ("x", "text"), ("'1'", "text"), ("1", "a number"),
            ("-1.5e3", "a number"), ("99999999999999999999", "a number"), ("0xFFFFFFFFFFFFFFFFFF", "a number"),
            ("true", "true or false"), ("", "nothing"), ("~", "nothing"), ("''", "text"),
        ]
    ) func kindNames(value: String, kind: String) {
        #expect(Reading("a: \(value)").node?["a"]?.kindName == kind)
    }
}
