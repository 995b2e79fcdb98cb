import SpecYAML

/// A comparison as a JUnit report: a test for each change, which fails where it breaks something.
package struct JUnitReport {
    package init() {}

    package func text(_ comparisons: [Comparison]) -> String {
        let suites = comparisons.map(suite).joined()
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"waybill diff\">\n"
        return head + suites + "</testsuites>\n"
    }

    private func suite(_ comparison: Comparison) -> String {
        let failures = comparison.changes.filter(\.breaks).count
        let head = "tests=\"\(comparison.changes.count)\" failures=\"\(failures)\""
        let cases = comparison.changes.map { test($0, in: comparison.name) }.joined()
        return "  <testsuite name=\"\(escaped(comparison.name))\" \(head)>\n\(cases)  </testsuite>\n"
    }

    private func test(_ change: JudgedChange, in name: String) -> String {
        let location = change.newLocation ?? change.oldLocation
        let place = location.map { " file=\"\(escaped($0.file))\" line=\"\($0.line)\"" } ?? ""
        let head = "    <testcase classname=\"\(escaped(name))\" name=\"\(escaped(change.line))\"\(place)"
        guard change.breaks else { return head + "/>\n" }
        let verdicts = change.verdicts.map { "\($0.name) \($0.verdict): \($0.reason)" }.joined(separator: "\n")
        let failure = "<failure message=\"\(escaped(change.reason))\">\(escaped(verdicts))</failure>"
        return "\(head)>\n      \(failure)\n    </testcase>\n"
    }

    /// A text of XML 1.0: what it cannot hold is left out.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
