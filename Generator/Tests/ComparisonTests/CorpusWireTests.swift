import Comparison
import Pipeline
import Testing

@testable import Sandbox

/// The verdict on the wire is what happens on it.
///
/// The client of the base spec calls the sandbox of the other version, and reads what that sandbox answers and delivers.
@Suite struct CorpusWireTests {
    /// What all witnesses have seen.
    private static func observed(_ spec: ResolvedAPI) async throws -> [WireObservation] {
        let new = SandboxAPI(forDeployedClientOf: spec)
        return try await RequestWitness(new: new).observations() + AnswerWitness(new: new).observations()
            + ErrorWitness(new: new).observations() + WebhookWitness(new: spec).observations()
    }

    @Test("A deployed client sees no difference in the version that it was made for")
    func base() async throws {
        #expect(try await Self.observed(Corpus.baseAPI.get()).map(\.description) == [])
    }

    @Test("The wire shows what the verdict says", arguments: Corpus.pairs)
    func wire(_ pair: CorpusPair) async throws {
        let verdict = try Corpus.comparison(pair).changes.map(\.wire).max() ?? .none
        let observations = try await Self.observed(Corpus.api(of: pair))
        let seen = observations.map(\.verdict).max() ?? .none
        let texts = observations.filter { $0.verdict == seen }.prefix(3).map(\.text).joined(separator: "\n")
        let exception = Corpus.exceptions(of: "wire")[pair.name]
        #expect(
            (seen == verdict) == (exception == nil),
            "\(pair): the verdict is \(verdict), but \(seen) is seen\n\(texts)"
        )
    }
}
