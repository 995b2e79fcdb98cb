import Foundation
import Testing

/// The fuzzer's subjects with the inputs that are kept, and with some thousand random changes of them; `make fuzz` goes on
/// from there.
@Suite struct FuzzTests {
    /// The inputs of each subject: seeds, and whatever was ever found.
    static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzz/Corpus")

    static func inputs(_ name: String) throws -> [[UInt8]] {
        let files = try FileManager.default.contentsOfDirectory(atPath: corpus.appending(path: name).path).sorted()
        return try files.map { Array(try Data(contentsOf: corpus.appending(path: "\(name)/\($0)"))) }
    }

    @Test("J05 A01 W40 F15 what is kept, and changes of it, is taken as it must be", arguments: FuzzTarget.all.indices)
    func changes(_ index: Int) async throws {
        let target = FuzzTarget.all[index]
        let inputs = try Self.inputs(target.name)
        #expect(inputs.count >= 8)
        for input in inputs + RandomChanges(of: inputs, count: 3_000) {
            guard let fault = await target.fault(input) else { continue }
            Issue.record("\(target.name): \(fault): \(String(decoding: input, as: UTF8.self)) \(input)")
        }
    }

    @Test("the subjects have what they need")
    func subjects() {
        #expect(WebhookFuzz.subjectCount == 4)
    }
}
