import Foundation
import Pipeline
import Testing

/// What is accepted compiles: specs of random shapes and options with hostile names, their modules and their tests.
///
/// `SPECS=20000` makes so many, `SPEC_SEED=…` begins elsewhere; `SPEC_SEED=… SPECS=1` makes one that failed once more.
@Suite(.enabled(if: ModuleCompiler.isSupported)) struct CompilationTests {
    private static let first = UInt64(ProcessInfo.processInfo.environment["SPEC_SEED"] ?? "") ?? 1
    private static let count = UInt64(ProcessInfo.processInfo.environment["SPECS"] ?? "") ?? 160

    @Test("Whatever the tool accepts compiles, the generated tests too")
    func specs() async throws {
        let start = ContinuousClock.now
        let counts = try await withThrowingTaskGroup(of: (made: Int, failed: Int).self) { group in
            let seeds = Array(Self.first..<Self.first + Self.count)
            let middle = seeds.count / 2
            for seeds in [seeds[..<middle], seeds[middle...]] { group.addTask { try Self.check(seeds) } }
            return try await group.reduce((made: 0, failed: 0)) { ($0.made + $1.made, $0.failed + $1.failed) }
        }
        let minutes = (ContinuousClock.now - start) / .seconds(60)
        print(
            "| \(counts.made) specs | \(counts.failed) do not compile | \(Int(Double(Self.count) / minutes)) a minute |"
        )
        #expect(counts.made * 10 > Int(Self.count) * 9, "chance makes too few specs that are accepted")
    }

    /// Makes the specs of these seeds, and has the compiler check those together that can be.
    private static func check(_ seeds: ArraySlice<UInt64>) throws -> (made: Int, failed: Int) {
        let compiler = try ModuleCompiler()
        defer { compiler.remove() }
        var (made, failed) = (0, 0)
        var batch = ModuleBatch()
        var base: (number: UInt64, spec: RandomSpec?)?
        for seed in seeds {
            let number = seed / RandomSpec.namings
            if base?.number != number { base = (number, RandomSpec.base(of: seed)) }
            if let (spec, api) = base?.spec?.named(seed) {
                made += 1
                let member = ModuleBatch.Member(seed, spec, api)
                if !batch.add(member) { failed += try report(member, compiler) }
            }
            if batch.members.count < 20, seed != seeds.last { continue }
            if try !compiler.faults(of: batch.module).isEmpty {
                for member in batch.members { failed += try report(member, compiler) }
            }
            batch = ModuleBatch()
        }
        return (made, failed)
    }

    /// Reports what is wrong with the code of one spec, with the smallest spec that shows it; 1 where anything is.
    private static func report(_ member: ModuleBatch.Member, _ compiler: ModuleCompiler) throws -> Int {
        let faults = try compiler.faults(of: member.module)
        guard let first = faults.first else { return 0 }
        let kind = kind(first)
        var shrinker = SpecShrinker { module in
            (try? compiler.faults(of: module))?.contains { Self.kind($0) == kind } == true
        }
        if ProcessInfo.processInfo.environment["SPEC_SHRINK"] == "0" { shrinker.tries = 0 }
        let smallest = shrinker.smallest(member.spec)
        let text = "SPEC_SEED=\(member.seed) SPECS=1: \(faults.prefix(5).joined(separator: "\n"))\n\(smallest.text)"
        Issue.record("\(text)")
        return 1
    }

    /// The fault without the place and the names.
    private static func kind(_ fault: String) -> String {
        let message = fault.range(of: "error: ").map { fault[$0.upperBound...] } ?? fault[...]
        return message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined(separator: "'")
    }
}
