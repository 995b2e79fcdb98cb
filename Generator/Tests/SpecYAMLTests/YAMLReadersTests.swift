import Foundation
import SpecYAML
import Testing

/// What is accepted says the same to PyYAML, ruamel.yaml and Yams; their readings are recorded in `Tests/YAMLReaders`.
@Suite struct YAMLReadersTests {
    private static let table = RecordedReading.repository.appending(path: "Tests/YAMLReaders/readings.json")

    private static func own(_ text: String) -> String {
        let reading = Reading(text)
        guard reading.problems.isEmpty, let node = reading.node else {
            return "refused: " + Set(reading.diagnostics.map(\.rule)).sorted().joined(separator: ", ")
        }
        return ReadingNotation.text(node)
    }

    @Test("what other readers refuse, or read in another way, is refused, and what is accepted is the same to all")
    func agreement() throws {
        let readings = try RecordedReading.read(Self.table)
        #expect(readings.count > 800)
        for reading in readings {
            #expect(reading.others.count >= 2)
            let own = Self.own(reading.text)
            if own.hasPrefix("refused") { continue }
            for (reader, other) in reading.others.sorted(by: { $0.key < $1.key }) {
                #expect(own == other, "\(reader) reads \(reading)")
            }
        }
    }

    @Test("the table says what is refused here, and by which rule")
    func record() throws {
        let rows = try RecordedReading.read(Self.table).map { ($0, Self.own($0.text)) }
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
            let lines = rows.map { reading, own in
                let cells = [("text", reading.text), ("Waybill", own)] + reading.others.sorted { $0.key < $1.key }
                let members = cells.map { "\"\($0)\": \(ReadingNotation.quoted($1, isASCII: true))" }
                return "{\(members.joined(separator: ", "))}"
            }
            try Data("[\n\(lines.joined(separator: ",\n"))\n]\n".utf8).write(to: Self.table)
            Issue.record("recorded; run again without RECORD_FIXTURES")
        } else {
            for (reading, own) in rows { #expect(reading.own == own, "\(reading)") }
        }
    }

    @Test("texts of which all readers agree are refused only for what specs do not use")
    func strictness() throws {
        let features: Set<String> = [
            "yaml-alias", "yaml-anchor", "yaml-control-character", "yaml-directive", "yaml-duplicate-key", "yaml-empty",
            "yaml-encoding", "yaml-key", "yaml-line-break", "yaml-merge-key", "yaml-root", "yaml-several-documents",
            "yaml-tab", "yaml-tag",
            // What is text here and a number to all others; and a leading zero, which misleads people.
            "yaml-plain",
        ]
        for reading in try RecordedReading.read(Self.table) where reading.isAgreed {
            let own = Self.own(reading.text)
            guard own.hasPrefix("refused: ") else { continue }
            let rules = Set(own.dropFirst(9).split(separator: ", ").map(String.init))
            // Behind a key that is none, libyaml may fail by itself.
            #expect(rules.isSubset(of: features) || rules.contains("yaml-key"), "\(reading): \(own)")
        }
    }

    @Test("the files that `make yaml` has others read are the same to all")
    func files() throws {
        guard let path = ProcessInfo.processInfo.environment["YAML_READINGS"] else { return }
        let readings = try RecordedReading.read(URL(filePath: path))
        #expect(readings.count > 20)
        for reading in readings {
            let own = Self.own(reading.text)
            for (reader, other) in reading.others.sorted(by: { $0.key < $1.key }) where other != own {
                let same = own.commonPrefix(with: other).suffix(80)
                Issue.record("\(reader) reads \(reading) as something else after: \(same)")
            }
        }
    }
}
