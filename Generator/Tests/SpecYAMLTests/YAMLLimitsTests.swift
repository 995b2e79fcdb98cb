import SpecYAML
import Testing

@Suite struct YAMLLimitsTests {
    /// Seconds of processor time that no file may take: far more than any needs, since a virtual machine counts time that its host
    /// has taken away, and far less than a file takes whose cost grows with the square of its size.
    private static let bound = 20.0

    private func expectRefused(_ reading: Reading, _ problem: String, sourceLocation: Testing.SourceLocation) {
        #expect(reading.problems.first == problem, sourceLocation: sourceLocation)
        #expect(reading.seconds < Self.bound, sourceLocation: sourceLocation)
    }

    private func expectRefused(
        _ text: String,
        _ problem: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        expectRefused(Reading(text), problem, sourceLocation: sourceLocation)
    }

    @Test("Y01 billion laughs") func billionLaughs() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        expectRefused(text, "yaml-anchor 1:5")
    }

    @Test("Y02 400 aliases of a large node: 100 errors, then reading stops") func manyAliases() {
        let text =
            "a: &a \(String(repeating: "x", count: 10_000))\nb:\n"
            + String(repeating: "  - *a\n", count: 400)
        let reading = Reading(text)
        expectRefused(reading, "yaml-anchor 1:4", sourceLocation: #_sourceLocation)
        #expect(reading.problems.dropFirst().first == "yaml-alias 3:5")
        #expect(reading.problems.last == "yaml-errors 102:5")
        #expect(reading.diagnostics.count == 101)
        #expect(reading.node == nil)
    }

    @Test("Y03 a node that contains itself") func recursiveAlias() {
        #expect(Reading("a: &a [*a]\n").problems == ["yaml-anchor 1:4", "yaml-alias 1:8"])
    }

    @Test("Y04 undefined alias, anchor defined twice") func undefinedAlias() {
        #expect(Reading("a: *nowhere\n").problems == ["yaml-alias 1:4"])
        #expect(Reading("a: &x 1\nb: &x 2\n").problems == ["yaml-anchor 1:4", "yaml-anchor 2:4"])
    }

    @Test("Y05 100,000 anchors") func manyAnchors() {
        expectRefused((0..<100_000).map { "a\($0): &a\($0) 1\n" }.joined(), "yaml-anchor 1:5")
    }

    @Test("Y06 deep brackets", arguments: [10_000, 100_000]) func deepBrackets(count: Int) {
        expectRefused(String(repeating: "[", count: count), "yaml-depth 1:65")
        expectRefused(String(repeating: "{", count: count), "yaml-depth 1:65")
        expectRefused(String(repeating: "- ", count: count), "yaml-depth 1:129")
        expectRefused(String(repeating: "? ", count: count), "yaml-depth 1:129")
    }

    @Test("Y06 64 levels are read, 65 are not") func depthBoundary() {
        let nested = { (depth: Int) in
            "a: " + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
        }
        #expect(Reading(nested(64)).node?["a"] != nil)
        #expect(Reading(nested(64)).problems == [])
        #expect(Reading(nested(65)).problems == ["yaml-depth 1:67"])
    }

    @Test("Y07 2,000 and 10,000 indent levels") func deepIndents() {
        let nested = { (depth: Int) in
            (0..<depth).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        }
        expectRefused(nested(2_000), "yaml-depth 65:65")
        expectRefused(nested(10_000), "yaml-size 1:1")
    }

    @Test("Y08 100 MB file") func hugeFile() {
        let reading = Reading(bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 100 << 20))
        #expect(
            reading.rendered
                == "spec/a.yaml:1:1: error[yaml-size]: the file has 104857600 bytes and may have 5242880; split it"
        )
        expectRefused(reading, "yaml-size 1:1", sourceLocation: #_sourceLocation)
    }

    @Test("Y08 1 MB key, 1 MB line") func hugeKeyAndLine() {
        expectRefused(String(repeating: "k", count: 1 << 20) + ": 1\n", "yaml-syntax 1:1048577")
        expectRefused(
            "a: [" + String(repeating: "abcdefghijk, ", count: 80_000) + "&x b]\n",
            "yaml-anchor 1:1040005"
        )
    }

    @Test("Y08 the byte limit is inclusive") func sizeBoundary() {
        #expect(Reading("a: 1", limits: YAMLLimits(bytes: 4)).problems == [])
        #expect(Reading("a: 12", limits: YAMLLimits(bytes: 4)).problems == ["yaml-size 1:1"])
    }

    @Test("Y08 more than 200,000 events") func manyEvents() {
        let text = "a:\n" + String(repeating: "  - x\n", count: 200_000)
        expectRefused(text, "yaml-events 199997:5")
        #expect(Reading("a: 1", limits: YAMLLimits(events: 8)).problems == [])
        #expect(Reading("a: 1", limits: YAMLLimits(events: 7)).problems.count == 1)
    }

    @Test("Y08 blank lines, blanks, comments and text of 4 MB in linear time") func largeFillers() {
        expectRefused("a: " + String(repeating: "\n", count: 4 << 20) + "b: &x 1", "yaml-anchor 4194305:4")
        expectRefused("a: " + String(repeating: " ", count: 4 << 20) + "&a b", "yaml-anchor 1:4194308")
        expectRefused(String(repeating: "#\n", count: 2 << 20) + "b: &a b", "yaml-anchor 2097153:4")
        expectRefused(
            "a: |\n" + String(repeating: " x\n", count: 1 << 20) + "b: &a b",
            "yaml-anchor 1048578:4"
        )
    }

    @Test("a realistic file of 1 MB is read in time that grows with its size alone") func largeSpec() {
        let line = "  # a comment that explains the field above it, as comments do\n"
        let text = (0..<9_000).map { "key\($0):\n  type: { a: string, b: 'it' }\n\(line)" }.joined()
        let reading = Reading(text)
        #expect(text.utf8.count > 900_000)
        #expect(reading.problems == [])
        #expect(reading.node?.mapping?.count == 9_000)
        #expect(reading.seconds < Self.bound)
    }
}
