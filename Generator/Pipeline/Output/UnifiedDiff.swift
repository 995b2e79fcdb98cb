/// Shows how a file changes, as `diff -u` does.
struct UnifiedDiff {
    let old: String?
    let new: String?
    let path: String

    /// How many equal lines are shown around a change.
    private static let around = 3

    /// A hunk: lines that belong together, and where they begin.
    private struct Hunk {
        var oldStart: Int
        var newStart: Int
        var steps: [LineDiff.Step]
    }

    /// The diff; empty where nothing changes.
    var text: String {
        guard old != new else { return "" }
        var lines = [old == nil ? "--- /dev/null" : "--- a/\(path)", new == nil ? "+++ /dev/null" : "+++ b/\(path)"]
        for hunk in hunks { lines += Self.lines(of: hunk) }
        return lines.joined(separator: "\n") + "\n"
    }

    private var hunks: [Hunk] {
        let steps = LineDiff.steps(Self.lines(of: old), Self.lines(of: new))
        let changed = steps.indices.filter { if case .keep = steps[$0] { false } else { true } }
        var hunks: [Hunk] = []
        var (place, oldLine, newLine) = (0, 1, 1)
        var shown = 0
        for index in changed where index >= shown {
            var end = index
            while let next = changed.first(where: { $0 > end && $0 - end <= 2 * Self.around }) { end = next }
            let start = max(index - Self.around, shown)
            while place < start { Self.advance(steps[place], &place, &oldLine, &newLine) }
            let stop = min(end + Self.around + 1, steps.count)
            hunks.append(Hunk(oldStart: oldLine, newStart: newLine, steps: Array(steps[start..<stop])))
            shown = stop
        }
        return hunks
    }

    private static func advance(_ step: LineDiff.Step, _ place: inout Int, _ old: inout Int, _ new: inout Int) {
        place += 1
        switch step {
        case .keep:
            old += 1
            new += 1
        case .delete: old += 1
        case .insert: new += 1
        }
    }

    private static func lines(of hunk: Hunk) -> [String] {
        var (oldCount, newCount) = (0, 0)
        let lines = hunk.steps.map { step -> String in
            switch step {
            case .keep(let line):
                oldCount += 1
                newCount += 1
                return " " + line
            case .delete(let line):
                oldCount += 1
                return "-" + line
            case .insert(let line):
                newCount += 1
                return "+" + line
            }
        }
        let oldStart = oldCount == 0 ? hunk.oldStart - 1 : hunk.oldStart
        let newStart = newCount == 0 ? hunk.newStart - 1 : hunk.newStart
        return ["@@ -\(oldStart),\(oldCount) +\(newStart),\(newCount) @@"] + lines
    }

    private static func lines(of text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String($0) ?? ""
        }
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
