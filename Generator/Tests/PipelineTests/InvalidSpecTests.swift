import Foundation
import SpecYAML
import Testing

@testable import Pipeline

@Suite struct InvalidSpecTests {
    @Test("the spec that the fixtures edit is valid")
    func validSpec() {
        let found = SpecFixture(name: "valid", text: "").diagnostics()
        #expect(found.text == "")
        #expect(found.isAccepted)
        #expect(SpecFixture.valid.count == 6)
    }

    @Test("a fixture gives exactly its diagnostics", arguments: SpecFixture.invalid)
    func fixture(_ fixture: SpecFixture) throws {
        #expect(fixture.unmatched == [], "edits whose old lines are not in the valid spec")
        let found = fixture.diagnostics()
        #expect(!found.isAccepted)
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
            try fixture.record(found.text)
            Issue.record("recorded; run again without RECORD_FIXTURES")
        } else {
            #expect(found.text + "\n" == fixture.expected)
        }
    }

    @Test("every rule has a fixture that breaks it")
    func everyRule() {
        let broken = SpecFixture.invalid.reduce(into: Set<String>()) { $0.formUnion($1.diagnostics().rules) }
        let rules = Validator.standard.rules.map(\.id) + DecodingRule.allCases.map(\.rawValue)
        #expect(rules.filter { !broken.contains($0) } == [])
        #expect(Set(rules).count == rules.count, "two rules have one id")
    }

    @Test("every diagnostic says what is wrong and how to mend it, in one short line")
    func messages() {
        for fixture in SpecFixture.invalid {
            var diagnostics = DiagnosticCollector()
            _ = SpecReader.read(fixture.files, into: &diagnostics)
            for diagnostic in diagnostics.all {
                #expect(!diagnostic.message.hasSuffix("."))
                #expect(!diagnostic.message.contains("\n"))
                #expect(diagnostic.message.count <= 300, "\(diagnostic.message)")
                #expect(diagnostic.location.line > 0)
            }
        }
    }
}
