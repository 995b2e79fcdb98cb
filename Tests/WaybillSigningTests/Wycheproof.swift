import Foundation
import WaybillRuntime

/// The files of the public Wycheproof project, if they are there.
enum Wycheproof {
    struct Vector {
        let id: Int
        let key: [UInt8]
        let message: [UInt8]
        let tag: [UInt8]
        let isValid: Bool
    }

    private static let folder: String = {
        let environment = ProcessInfo.processInfo.environment["WAYBILL_CONFORMANCE"]
        let parts = #filePath.split(separator: "/").dropLast(4)
        return (environment ?? "/" + parts.joined(separator: "/") + "/shared/conformance") + "/wycheproof"
    }()

    static let isThere = FileManager.default.fileExists(atPath: "\(folder)/hmac_sha256_test.json")

    static func vectors(_ name: String) throws -> [Vector] {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)_test.json"))
        let groups = try JSONValue(parsing: data)["testGroups"]?.arrayValue ?? []
        return groups.flatMap { $0["tests"]?.arrayValue ?? [] }.map { test in
            Vector(
                id: test["tcId"]?.intValue ?? 0,
                key: bytes(hex: test["key"]?.stringValue ?? ""),
                message: bytes(hex: test["msg"]?.stringValue ?? ""),
                tag: bytes(hex: test["tag"]?.stringValue ?? ""),
                isValid: test["result"]?.stringValue == "valid"
            )
        }
    }
}
