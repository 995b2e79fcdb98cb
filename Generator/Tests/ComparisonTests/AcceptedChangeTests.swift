import Comparison
import SpecYAML
import Testing

@Suite struct AcceptedChangeTests {
    private static func read(_ text: String) -> (changes: [AcceptedChange], errors: [String]) {
        var diagnostics = DiagnosticCollector()
        let changes = AcceptedChange.read(SourceFile(path: ".accepted.yaml", text: text), into: &diagnostics)
        return (changes, diagnostics.all.map { "\($0.location.line): \($0.message)" })
    }

    @Test("An accepted change has an id, a reason and a last day, and holds on that day")
    func reads() throws {
        let (changes, errors) = Self.read(
            """
            accepted:
              - change: "optional-wire-name: field Parcel.label, keys -> title"
                because: Nobody reads it.
                until: "2026-12-31"
            """
        )
        #expect(errors.isEmpty)
        let change = try #require(changes.first)
        #expect(change.id == "optional-wire-name: field Parcel.label, keys -> title")
        #expect(change.subject == "optional-wire-name: field Parcel.label, keys")
        #expect(!change.isExpired(on: "2026-12-31"))
        #expect(change.isExpired(on: "2027-01-01"))
    }

    @Test("A change has another id where it goes to another value, and one where it goes to none")
    func values() throws {
        let ids = try ["int?", "bool?"].map { type in
            let edit = CorpusPair.Edit(
                file: "parcels.yaml",
                old: "note: {type: \"string?\", maxLength: 80}",
                new: "note: {type: \"\(type)\"}"
            )
            return try Corpus.comparison(CorpusPair(name: type, edits: [edit])).changes.map(\.id)
        }
        let place = "operation parcels.send, body field note"
        #expect(
            ids
                == ["int?", "bool?"].map { type in
                    [
                        "optional-type-changed: \(place), type -> \(type)",
                        "constraint-loosened: \(place), maxLength -> nothing",
                    ]
                }
        )
    }

    @Test("An entry without a reason or a day is an error")
    func refuses() {
        let demand = "this needs `change`, `because` and `until`, a day such as \"2026-12-31\""
        #expect(Self.read("accepted:\n  - {change: a, because: b}\n").errors == ["2: \(demand)"])
        #expect(Self.read("accepted:\n  - {change: a, because: b, until: soon}\n").errors == ["2: \(demand)"])
        let entry = "{change: a, because: \" \", until: \"2026-12-31\"}"
        #expect(Self.read("accepted:\n  - \(entry)\n").errors == ["2: \(demand)"])
        let list = "this is no list of accepted changes: write `accepted:` and a list below it"
        #expect(Self.read("a: b\n").errors == ["1: \(list)"])
    }
}
