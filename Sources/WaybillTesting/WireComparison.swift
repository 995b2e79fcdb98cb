@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// Compares JSON as it came with JSON as a model writes it.
enum WireComparison {
    /// Whether one says all that the other does; what came as null may be absent.
    static func isSame(_ came: JSONValue, _ read: JSONValue) -> Bool {
        switch (came, read) {
        case (.object(let came), .object(let read)):
            return came.allSatisfy { key, value in value.isNull || read[key].map { isSame(value, $0) } ?? false }
        case (.array(let came), .array(let read)):
            return came.count == read.count && zip(came, read).allSatisfy { isSame($0, $1) }
        case (.array(let came), .string(let list)):
            return came.compactMap(\.stringValue).joined(separator: ",") == list
        default:
            return came == read || isSame(plain(came), plain(read))
        }
    }

    private static func plain(_ value: JSONValue) -> String { value.stringValue ?? value.description }

    private static func isSame(_ came: String, _ read: String) -> Bool {
        if came.lowercased() == read.lowercased() { return true }
        if let came = JSONNumber(text: came), let read = JSONNumber(text: read) {
            return came == read || isNearest(read, to: came)
        }
        guard let came = seconds(came), let read = seconds(read) else { return false }
        return abs(came - read) < 0.001
    }

    /// Whether a number is what a `double` makes of another one; an exact number that lost digits on its way is not.
    private static func isNearest(_ read: JSONNumber, to came: JSONNumber) -> Bool {
        came.double.flatMap { JSONNumber($0) } == read
    }

    /// A time as the runtime reads it.
    private static func seconds(_ text: String) -> Double? {
        let quoted = JSONValue.string(text).description
        let isPlain = text.first?.isNumber == true && text.contains("-")
        return try? JSONReader.read(Array(quoted.utf8)) {
            (isPlain ? $0.timestamp() : $0.mailTimestamp())?.timeIntervalSince1970
        }
    }
}
