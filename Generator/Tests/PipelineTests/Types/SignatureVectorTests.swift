import Foundation
import SpecYAML
import Testing

@testable import Pipeline

/// Signatures of known services, written as specs: what `waybill check` makes of their published results.
@Suite struct SignatureVectorTests {
    private static let services = ["oauth1", "rpc", "sigv4", "tc3"]

    private func diagnostics(_ files: [SourceFile]) -> String {
        var diagnostics = DiagnosticCollector()
        _ = resolve(files, into: &diagnostics)
        return DiagnosticFormatter(files: files).format(diagnostics.all)
    }

    private func files(_ service: String) throws -> [SourceFile] {
        try SpecFiles.load(folder: SpecFixture.folder.path + "/Valid-auth/" + service, shownAs: "")
    }

    @Test("V01 the published results of each service hold", arguments: services)
    func published(service: String) throws {
        #expect(diagnostics(try files(service)) == "")
    }

    @Test("V01 no result holds for a request that differs in one part", arguments: services)
    func changed(service: String) throws {
        let changes = [
            ("method: GET", "method: PUT"), ("method: POST", "method: PUT"), ("Action", "Actions"),
            (".com/\"", ".com/x\""),
            ("timestamp: 1", "timestamp: 2"), ("value1", "value3"), ("Hello", "Hullo"), ("Limit", "limit"),
            ("nonce: ", "nonce: 0"), ("update.json", "updates.json"),
        ]
        var found = 0
        for (old, new) in changes {
            let changed = try files(service).map { file in
                let text = String(decoding: file.bytes, as: UTF8.self)
                let parts = text.components(separatedBy: "      vectors:")
                guard parts.count == 2 else { return file }
                let vectors = parts[1].replacing(old, with: new)
                return SourceFile(path: file.path, text: "\(parts[0])      vectors:\(vectors)")
            }
            guard try changed.map(\.bytes) != files(service).map(\.bytes) else { continue }
            found += 1
            #expect(diagnostics(changed).contains("error[vector]"), "\(old) to \(new)")
        }
        #expect(found > 2)
    }
}
