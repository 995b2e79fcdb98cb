import SpecYAML
import Testing

@Suite struct YAMLParserTests {
    @Test("Y09 duplicate key: error with both places, the first stays") func duplicateKey() {
        let reading = Reading("a: 1\nb:\n  '200': x\n  c: 2\n  \"200\": y\n")
        #expect(
            reading.rendered == """
                spec/a.yaml:5:3: error[yaml-duplicate-key]: key '200' is written twice in one mapping; remove or rename one
                5 |   "200": y
                  |   ^~~~~
                spec/a.yaml:3:3: note: first written here
                """
        )
        #expect(reading.node?["b"]?["200"]?.scalar?.text == "x")
        #expect(reading.node?["b"]?.mapping?.map(\.key) == ["200", "c"])
    }

    @Test(
        "Y09 duplicate keys at every level",
        arguments: [
            ("a: 1\na: 2", "2:1"), ("x: {a: 1, a: 2}", "1:11"), ("- {a: 1}\n- a: 1\n  'a': 2", "3:3"),
            ("x:\n  y:\n    z:\n      a: 1\n      a: 1", "5:7"), ("x: [a: 1, a: 2]\ny: {\"\": 1, '': 2}", "2:12"),
        ]
    ) func duplicateKeys(text: String, place: String) {
        #expect(Reading(text).problems.contains("yaml-duplicate-key \(place)"))
    }

    @Test("Y10 merge keys are refused, a quoted << is a name") func mergeKey() {
        let reading = Reading("a:\n  <<: {b: 1}\n  c: 2\n")
        #expect(
            reading.rendered == """
                spec/a.yaml:2:3: error[yaml-merge-key]: merge keys are not read in specs; write the keys out in full
                2 |   <<: {b: 1}
                  |   ^~
                """
        )
        #expect(reading.node?["a"]?.mapping?.map(\.key) == ["c"])
        #expect(Reading("'<<': 1").node?["<<"]?.scalar?.int == 1)
    }

    @Test(
        "Y11 tags are refused",
        arguments: [
            ("a: !!python/object:x {b: 1}", "1:4-1:21"), ("a: !!binary aGk=", "1:4-1:12"), ("a: !!set {b}", "1:4-1:9"),
            ("a: !x y", "1:4-1:6"), ("a: !!int \"1\"", "1:4-1:9"), ("a: ! b", "1:4-1:5"), ("a: ! 'b'", "1:4-1:5"),
            ("a: !<tag:b> c", "1:4-1:12"), ("!x a: b", "1:1-1:3"), ("a:\n  - !x\n    b: c", "2:5-2:7"),
            ("a: [!x, b]", "1:5-1:7"), ("é: !ü%20 y", "1:4-1:5"), ("a: !x!y z", "1:4-1:5"),
        ]
    ) func tags(text: String, range: String) {
        let reading = Reading(text)
        #expect(reading.diagnostics.map(\.rule) == ["yaml-tag"])
        #expect(reading.diagnostics.first.map { Reading.range($0.location) } == range)
    }

    @Test("anchors and aliases: all of a file in one run, what remains is returned") func anchors() {
        let reading = Reading("a: &x !y 1\nb: *x\n*x : 2\n? [k]\n: 3\nc: 4\n")
        #expect(
            reading.problems == [
                "yaml-anchor 1:4", "yaml-tag 1:7", "yaml-alias 2:4", "yaml-alias 3:1", "yaml-key 4:3",
            ]
        )
        #expect(reading.node?.mapping?.map(\.key) == ["a", "b", "c"])
        #expect(reading.node?["b"]?.scalar?.isNull == true)
    }

    @Test(
        "a broken anchor, alias, tag or directive is named as what it is",
        arguments: [
            ("a: &", "yaml-anchor 1:4"), ("a: *", "yaml-alias 1:4"), ("a: !<x", "yaml-tag 1:4"),
            ("%FOO\n---\na: 1", "yaml-directive 1:1"),
        ]
    ) func brokenFeature(text: String, problem: String) {
        #expect(Reading(text).problems == [problem])
    }

    @Test(
        "Y13 refused files",
        arguments: [
            ("a:\n\tb: 1", "yaml-tab 2:1"), ("a:\n  \tb: 1", "yaml-tab 2:3"), ("a: [\n\tb]", "yaml-tab 2:1"),
            ("a:\tb", "yaml-tab 1:3"), ("a: b\t# c", "yaml-tab 1:5"), ("a: x\n  \ty", "yaml-tab 2:3"),
            ("a: [\"b\":1]", "yaml-syntax 1:9"), ("a: |#\n  b", "yaml-syntax 1:4"), ("a: [b?]", "yaml-plain 1:5"),
            ("a: on", "yaml-plain 1:4"), ("on: a", "yaml-plain 1:1"), ("1.5: a", "yaml-plain 1:1"),
            ("~: a", "yaml-plain 1:1"),
            ("a: 1\n---\nb: 2", "yaml-several-documents 2:1"), ("a: 1\n...\n---\n", "yaml-several-documents 3:1"),
            ("%YAML 1.3\n---\na: 1", "yaml-directive 1:1"), ("%YAML 1.2\n---\na: 1", "yaml-directive 1:1"),
            ("%TAG ! x\n---\na: 1", "yaml-directive 1:1"), ("\u{FEFF}a: 1", "yaml-encoding 1:1"),
            ("a: x\u{FEFF}", "yaml-encoding 1:5"), ("a: \u{0}", "yaml-encoding 1:4"),
            ("é: \u{1}", "yaml-control-character 1:4"), ("a: \u{7F}", "yaml-control-character 1:4"),
            ("a: 1\rb: 2", "yaml-line-break 1:5"), ("a: é\u{85}b", "yaml-line-break 1:5"),
            ("a: x\nb: é\u{2028}b", "yaml-line-break 2:5"), ("# \u{2029}", "yaml-line-break 1:3"),
            ("? [a]\n: b", "yaml-key 1:3"), ("{a: b}: c", "yaml-key 1:1"), ("? \n: c", "yaml-key 1:2"),
            ("", "yaml-empty 1:1"), ("# comment\n", "yaml-empty 1:1"), ("- a", "yaml-root 1:1"), ("a", "yaml-root 1:1"),
            ("---\n", "yaml-root 2:1"),
        ]
    ) func refused(text: String, problem: String) {
        #expect(Reading(text).problems == [problem])
    }

    @Test("Y13 invalid UTF-8 and UTF-16") func encodings() {
        #expect(Reading(bytes: Array("a: é\nb: é".utf8) + [0xFF]).problems == ["yaml-encoding 2:5"])
        #expect(Reading(bytes: Array("a: ".utf8) + [0xC3]).problems == ["yaml-encoding 1:4"])
        #expect(Reading(bytes: Array("a: ".utf8) + [0xED, 0xA0, 0x80]).problems == ["yaml-encoding 1:4"])
        #expect(Reading(bytes: [0xFF, 0xFE, 0x61, 0x00]).problems == ["yaml-encoding 1:1"])
        #expect(Reading(bytes: [0xFE, 0xFF, 0x00, 0x61]).problems == ["yaml-encoding 1:1"])
        #expect(Reading(bytes: [0x61, 0x00, 0x3A, 0x00]).problems == ["yaml-encoding 1:2"])
    }

    @Test("Y13 what is read: one ---, CRLF, tabs in texts and comments, escaped separators") func accepted() {
        let text = "---\r\na: |\r\n  x\r\n  \ty\r\nb: 1 #\tone\r\nc: \"\\N\\L\\P\\t\\0\"\r\n...\r\n"
        let reading = Reading(text)
        #expect(reading.problems == [])
        #expect(reading.node?["a"]?.scalar?.text == "x\n\ty\n")
        #expect(reading.node?["b"]?.scalar?.int == 1)
        #expect(reading.node?["c"]?.scalar?.text == "\u{85}\u{2028}\u{2029}\t\u{0}")
        #expect(Reading.range(reading.node?["c"]) == "6:4-6:16")
    }

    @Test("a file that cannot be read always says why") func everyPrefixAndMutation() {
        let text = "---\na: &x {b: [1, 'two', \"th\\u0072ee\"], !t c: *x}\n? [d]\n: |\n  é\n\nf: >-\n  g\n<<: ~\n..."
        let bytes = Array(text.utf8)
        for end in bytes.indices {
            let reading = Reading(bytes: Array(bytes[..<end]))
            #expect(reading.node != nil || !reading.diagnostics.isEmpty)
            for replacement: UInt8 in [0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x26, 0x2D, 0x3A, 0x5B, 0x7D, 0x80, 0xFF] {
                var mutated = bytes
                mutated[end] = replacement
                let reading = Reading(bytes: mutated)
                #expect(reading.node != nil || !reading.diagnostics.isEmpty)
            }
        }
    }
}
