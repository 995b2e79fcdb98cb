import Foundation

/// Where the files of the public JSONTestSuite are, if they are.
enum JSONTestSuite {
    static let folder: String = {
        let environment = ProcessInfo.processInfo.environment["WAYBILL_CONFORMANCE"]
        let parts = #filePath.split(separator: "/").dropLast(4)
        return (environment ?? "/" + parts.joined(separator: "/") + "/shared/conformance")
            + "/jsontestsuite/test_parsing"
    }()

    static let isThere = !files.isEmpty

    static let files = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []

    static func files(_ prefix: String) -> [String] { files.filter { $0.hasPrefix(prefix) } }
}
