import Foundation
import Parcels

/// The memory that a document takes as a value of any shape.
enum ValueMemory {
    /// How much more is resident once an array of small numbers has been read, in percent of its text.
    static func bytes(of count: Int, _ reader: String) throws -> Int {
        let text = Array("[\((0..<count).map { "\($0 % 1_000)" }.joined(separator: ","))]".utf8)
        let before = resident()
        let value: Any
        if reader == "waybill" {
            value = try JSONValue(parsing: text)
        } else {
            value = try JSONSerialization.jsonObject(with: Data(text))
        }
        let after = resident()
        return withExtendedLifetime(value) { (after - before) * 100 / text.count }
    }

    private static func resident() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
