import SpecYAML
import Testing

@testable import Comparison
@testable import Pipeline

/// Ways to authenticate, hosts and operations that anybody may call, as a later version takes them back.
@Suite struct WayComparisonTests {
    /// The changes from what a pair makes of the base back to the base.
    private static func back(_ name: String) throws -> [JudgedChange] {
        guard let pair = Corpus.pairs.first(where: { $0.name == name }) else { throw CorpusFault(name, "no pair") }
        return try Comparison(Corpus.api(of: pair), Corpus.baseAPI.get()).changes
    }

    @Test("A way that is gone breaks on the wire, and its initialiser breaks in Swift")
    func way() throws {
        let changes = try Self.back("way-to-authenticate-added").filter { $0.id.hasPrefix("part-removed") }
        #expect(changes.map(\.id) == ["part-removed: client GateClient, way to authenticate keyed"])
        #expect(changes.allSatisfy { $0.wire == .breaks })
        let symbols = changes.flatMap(\.symbols)
        #expect(symbols.map(\.path) == ["GateClient.init"] && symbols.allSatisfy { $0.verdict == .breaks })
    }

    @Test("An operation that asks for credentials again breaks, where one that asks for none does not")
    func open() throws {
        #expect(try Self.back("operation-becomes-open").map(\.wire) == [.breaks])
        let pair = try #require(Corpus.pairs.first { $0.name == "operation-becomes-open" })
        #expect(try Corpus.comparison(pair).changes.map(\.wire) == [.none])
    }

    @Test("A header of the request for a token that changes breaks")
    func tokenHeader() throws {
        guard let pair = Corpus.pairs.first(where: { $0.name == "token-asked-for-with-a-header" }) else {
            throw CorpusFault("token-asked-for-with-a-header", "no pair")
        }
        let changed = try Corpus.files(of: pair).map { file in
            let text = String(decoding: file.bytes, as: UTF8.self)
            return SourceFile(path: file.path, text: text.replacing("X-Gate-Key", with: "X-Key"))
        }
        let changes = try Comparison(Corpus.api(of: pair), Corpus.resolve(changed)).changes
        #expect(changes.map(\.id).allSatisfy { $0.contains("auth.token.headers") })
        #expect(changes.map(\.wire) == [.breaks])
    }

    @Test("An operation that comes back to the client's own host breaks")
    func host() throws {
        #expect(
            try Self.back("another-host-for-an-operation").contains { $0.wire == .breaks && $0.id.contains("host") }
        )
    }
}
