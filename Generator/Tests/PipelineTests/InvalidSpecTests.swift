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
        #expect(SpecFixture.valid.count == 9)
    }

    @Test("a fixture gives exactly its diagnostics", arguments: SpecFixture.invalid)
    func fixture(_ fixture: SpecFixture) throws {
        #expect(fixture.unmatched == [], "edits whose old lines are not in the valid spec")
        let found = fixture.diagnostics()
        #expect(found.isAccepted != found.all.contains { $0.severity == .error })
        if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1" {
            try fixture.record(found.text)
            Issue.record("recorded; run again without RECORD_FIXTURES")
        } else {
            #expect(found.text + "\n" == fixture.expected)
        }
    }

    @Test("every diagnostic says what is wrong and how to fix it, in one short line")
    func messages() {
        for fixture in SpecFixture.invalid {
            for diagnostic in fixture.diagnostics().all {
                #expect(!diagnostic.message.hasSuffix("."))
                #expect(!diagnostic.message.contains("\n"))
                #expect(diagnostic.message.count <= 300, "\(diagnostic.message)")
                #expect(diagnostic.location.line > 0)
            }
        }
    }
}
