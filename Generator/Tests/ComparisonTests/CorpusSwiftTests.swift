import Comparison
import Foundation
import Pipeline
import Testing

/// The verdict on Swift is what the compiler says of a program that uses all of the old client, with the new one.
///
/// `swift-api-digester` is the second witness: it compares the two clients. What it sees otherwise is listed with its reason.
///
/// Without `CORPUS=all` a twelfth of the pairs is compiled; a name compiles that one.
@Suite struct CorpusSwiftTests {
    private static let pairs = {
        let chosen = ProcessInfo.processInfo.environment["CORPUS"]
        return Corpus.pairs.enumerated().filter { place, pair in
            chosen == "all" || (chosen.map { $0 == pair.name } ?? place.isMultiple(of: 12))
        }.map(\.element)
    }()

    /// What the digester finds in the base's client.
    private static let digest = Result {
        let client = try ProgramCompiler(Corpus.baseAPI.get())
        defer { client.remove() }
        return try client.digest()
    }

    @Test("The program compiles against the version that it was written for")
    func base() throws {
        let client = try ProgramCompiler(Corpus.baseAPI.get())
        defer { client.remove() }
        #expect(try client.outcome() == .compiles)
    }

    @Test("The program compiles exactly where the verdict says so", arguments: pairs)
    func program(_ pair: CorpusPair) throws {
        let comparison = try Corpus.comparison(pair)
        let verdict = (comparison.changes.map(\.swift) + comparison.otherSymbols.map(\.verdict)).max() ?? .none
        let client = try ProgramCompiler(Corpus.api(of: pair))
        defer { client.remove() }
        let outcome = try client.outcome()
        switch verdict {
        case .breaks: #expect(outcome.isFailure, "it compiles")
        case .warns: #expect(outcome.isWarning, "\(outcome)")
        case .adds, .none: #expect(outcome == .compiles)
        }
        // The tool needs an SDK elsewhere.
        #if os(Linux)
        let breakages = try client.breakages(since: Self.digest.get())
        let isSeenSo = breakages.isEmpty == (verdict != .breaks)
        let exception = Corpus.exceptions(of: "digester")[pair.name]
        #expect(
            isSeenSo == (exception == nil),
            "\(pair): the verdict is \(verdict)\n\(breakages.joined(separator: "\n"))"
        )
        #endif
    }
}
