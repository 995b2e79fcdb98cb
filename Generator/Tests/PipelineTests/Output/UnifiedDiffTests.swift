import Testing

@testable import Pipeline

@Suite struct UnifiedDiffTests {
    @Test("a change is shown with three lines around it")
    func hunk() {
        let old = (1...9).map { "\($0)\n" }.joined()
        let new = old.replacing("5\n", with: "five\n")
        let expected = """
            --- a/x
            +++ b/x
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8

            """
        #expect(UnifiedDiff(old: old, new: new, path: "x").text == expected)
    }

    @Test("changes far apart are hunks of their own, near ones are one")
    func hunks() {
        let lines = (1...30).map { "\($0)" }
        var far = lines
        far[2] = "x"
        far[25] = "x"
        #expect(headers(lines, far) == ["@@ -1,6 +1,6 @@", "@@ -23,7 +23,7 @@"])
        var near = lines
        near[10] = "x"
        near[16] = "x"
        #expect(headers(lines, near) == ["@@ -8,13 +8,13 @@"])
    }

    @Test("new and stale files are diffs against nothing")
    func wholeFiles() {
        #expect(
            UnifiedDiff(old: nil, new: "a\nb\n", path: "x").text == "--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n"
        )
        #expect(UnifiedDiff(old: "a\n", new: nil, path: "x").text == "--- a/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n")
        #expect(UnifiedDiff(old: "a\n", new: "a\n", path: "x").text.isEmpty)
    }

    @Test("the steps turn the old lines into the new ones, by the fewest edits")
    func steps() {
        let cases: [(String, String, Int)] = [
            ("abcabba", "cbabac", 5), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abcd", "acbd", 2),
            ("a", "b", 2),
        ]
        for (old, new, edits) in cases {
            let steps = LineDiff.steps(old.map { String($0) }, new.map { String($0) })
            #expect(lines(steps, isNew: false).joined() == old)
            #expect(lines(steps, isNew: true).joined() == new)
            #expect(steps.filter { if case .keep = $0 { false } else { true } }.count == edits)
        }
    }

    @Test("files that have nothing in common take bounded time")
    func bounded() {
        let old = (0..<5_000).map { "old \($0)" }
        let new = (0..<5_000).map { "new \($0)" }
        let steps = LineDiff.steps(old, new)
        #expect(lines(steps, isNew: false) == old)
        #expect(lines(steps, isNew: true) == new)
    }

    private func headers(_ old: [String], _ new: [String]) -> [String] {
        let text = UnifiedDiff(
            old: old.joined(separator: "\n") + "\n",
            new: new.joined(separator: "\n") + "\n",
            path: "x"
        ).text
        return text.split(separator: "\n").filter { $0.hasPrefix("@@") }.map { String($0) }
    }

    private func lines(_ steps: [LineDiff.Step], isNew: Bool) -> [String] {
        steps.compactMap { step in
            switch step {
            case .keep(let line): line
            case .delete(let line): isNew ? nil : line
            case .insert(let line): isNew ? line : nil
            }
        }
    }
}
