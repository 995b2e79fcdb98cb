import Foundation
import SpecYAML
import Testing

@Suite struct SpecFuzzTests {
    private static let corpus = SpecFixture.specs.deletingLastPathComponent()
        .appendingPathComponent("Tests/Fuzz/Corpus/spec")

    private static func inputs() throws -> [[UInt8]] {
        let files = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
        return try files.map { Array(try Data(contentsOf: corpus.appendingPathComponent($0))) }
    }

    @Test("G03 Y17 the inputs that are kept, and changes of them, are refused with a place or become sound Swift")
    func changes() throws {
        let inputs = try Self.inputs()
        #expect(inputs.count >= 3)
        for input in inputs + RandomChanges(of: inputs, count: 500) {
            if let fault = SpecFuzz.fault(in: input) {
                Issue.record("\(fault):\n\(String(decoding: input, as: UTF8.self))")
            }
        }
    }
}
