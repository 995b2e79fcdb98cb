import Foundation
import Testing

/// What holds for the tree as a whole.
@Suite struct ArchitectureTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The names of the APIs are the folders of spec/.
    static func apis() throws -> [String] {
        let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "spec").path)
        return folders.filter {
            FileManager.default.fileExists(atPath: root.appending(path: "spec/\($0)/api.yaml").path)
        }
    }

    /// The hand-written Swift files below a folder, without tests and without what was built.
    static func sources(below folder: String) -> [(path: String, text: String)] {
        let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let files = (paths?.compactMap { $0 as? String } ?? []).filter { path in
            path.hasSuffix(".swift") && !path.hasPrefix(".build") && !path.hasPrefix("Tests/")
        }
        return files.sorted().map { path in
            let file = root.appending(path: "\(folder)/\(path)")
            return ("\(folder)/\(path)", (try? String(contentsOf: file, encoding: .utf8)) ?? "")
        }
    }

    @Test(
        "No service's name in the generator or the runtime: the spec is data",
        arguments: [
            "Generator", "Sources/WaybillJSON", "Sources/WaybillRuntime", "Sources/WaybillSigning",
            "Sources/WaybillWebhooks", "Sources/WaybillTransport", "Sources/WaybillURLSessionTransport",
            "Sources/WaybillTesting",
        ]
    )
    func services(folder: String) throws {
        let apis = try Self.apis()
        let files = Self.sources(below: folder)
        #expect(apis.count >= 4)
        #expect(files.count >= 3)
        for (path, text) in files {
            let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
            for api in apis {
                #expect(!words.contains { $0.hasPrefix(api) }, "\(path) names \(api)")
            }
        }
    }

    @Test(
        "Hand-written files stay under 300 lines",
        arguments: [
            "Generator", "Sources/WaybillJSON", "Sources/WaybillRuntime", "Sources/WaybillSigning",
            "Sources/WaybillWebhooks",
        ]
    )
    func sizes(folder: String) {
        for (path, text) in Self.sources(below: folder) {
            #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } <= 300, "\(path)")
        }
    }
}
