import SpecYAML
import Testing

@testable import Comparison

@Suite struct KeyPlacesTests {
    @Test("What stands in a file of its own is found there, in both versions")
    func partOfAnOperation() throws {
        let pair = try #require(Corpus.pairs.first { $0.name == "other-languages-changed" })
        let change = try #require(Corpus.comparison(pair).changes.first)
        for location in [change.oldLocation, change.newLocation] {
            #expect(location?.file == "spec/depot/parcels.like.yaml")
            #expect(location?.line == 3)
        }
    }

    @Test("What the sandbox does is found under the operation's name, and of the API where its file begins")
    func sandbox() {
        let texts = [
            ("api.yaml", "api: A"), ("api.sandbox.yaml", "---\n# keys\ncredentials: {}"),
            ("a.yaml", "operations:\n  send:"),
            ("a.sandbox.yaml", "---\nread:\n  set: {send: 1}\nsend:\n  set: {}"),
        ]
        let places = KeyPlaces(texts.map { SourceFile(path: $0, text: $1) })
        let location = { (file: String, line: Int) in
            SourceLocation(file: file, line: line, column: 1, endLine: line, endColumn: 1)
        }
        let send = SpecElement(.operation, "send", at: location("a.yaml", 2))
        #expect(places.place(of: "sandbox", in: send) == location("a.sandbox.yaml", 4))
        #expect(places.place(of: "sandbox", in: SpecElement(.api, "A", at: location("api.yaml", 1))).line == 3)
        let unknown = SpecElement(.operation, "fetch", at: location("a.yaml", 2))
        #expect(places.place(of: "sandbox", in: unknown) == unknown.location)
    }
}
