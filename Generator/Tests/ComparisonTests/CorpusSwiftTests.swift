import Comparison
import Foundation
import Pipeline
import Testing

/// The verdict on Swift is what the compiler says: a program that uses all of the old client is compiled against the new one.
///
/// Without `CORPUS=all` a twelfth of the pairs is compiled; a name compiles that one.
@Suite struct CorpusSwiftTests {
    private static let pairs = {
        let chosen = ProcessInfo.processInfo.environment["CORPUS"]
        return Corpus.pairs.enumerated().filter { place, pair in
            chosen == "all" || (chosen.map { $0 == pair.name } ?? place.isMultiple(of: 12))
        }.map(\.element)
    }()

    @Test("The program compiles against the version that it was written for")
    func base() throws {
        #expect(try ProgramCompiler().outcome(Corpus.baseAPI.get()) == .compiles)
    }

    @Test("The program compiles exactly where the verdict says so", arguments: pairs)
    func program(_ pair: CorpusPair) throws {
        let (old, new) = (try Corpus.baseAPI.get(), try Corpus.resolve(Corpus.files(of: pair)))
        let comparison = Comparison(old, new)
        let verdict = (comparison.changes.map(\.swift) + comparison.otherSymbols.map(\.verdict)).max() ?? .none
        let outcome = try ProgramCompiler().outcome(new)
        switch verdict {
        case .breaks: #expect(outcome.isFailure, "it compiles")
        case .warns: #expect(outcome.isWarning, "\(outcome)")
        case .adds, .none: #expect(outcome == .compiles)
        }
    }
}
