import Foundation
import HTTPTypes

@testable import WaybillJSON
@_spi(Generated) @testable import WaybillRuntime

/// Any text as one of the small languages that stand in header fields, URLs and members.
enum TextFuzz {
    static func fault(in bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        return timestampFault(text) ?? englishFault(text) ?? dateFault(bytes) ?? waitFault(text) ?? numberFault(text)
            ?? escapeFault(text) ?? charsetFault(text) ?? AddressFuzz.fault(in: text, bytes)
    }

    // MARK: Times

    private static func timestampFault(_ text: String) -> String? {
        guard let date = RFC3339.parse(text) else { return nil }
        let written = RFC3339.text(date)
        guard let again = RFC3339.parse(written) else { return "RFC 3339: \(written) cannot be read" }
        guard RFC3339.text(again) == written else { return "RFC 3339: \(written) is written in two ways" }
        // An offset can lead out of the years that can be written.
        let seconds = date.timeIntervalSince1970
        guard (-62_167_219_200...253_402_300_799).contains(seconds) else { return nil }
        return abs(again.timeIntervalSince1970 - seconds) <= 0.001 ? nil : "RFC 3339: \(written) is another moment"
    }

    private static func englishFault(_ text: String) -> String? {
        guard let date = EnglishTimestamp.parse(text) else { return nil }
        return EnglishTimestamp.parse(EnglishTimestamp.text(date)) == date ? nil : "English: another moment is written"
    }

    private static func dateFault(_ bytes: [UInt8]) -> String? {
        guard let seconds = HTTPDate.parse(bytes, now: 1_750_000_000) else { return nil }
        let date = CivilDate(timestamp: seconds)
        guard date.isValid, date.timestamp == seconds else { return "HTTP date: \(seconds) is no date" }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = "\(padded(date.day, 2)) \(months[date.month - 1]) \(padded(date.year, 4))"
        let time = "\(padded(date.hour, 2)):\(padded(date.minute, 2)):\(padded(date.second, 2))"
        let written = "Mon, \(day) \(time) GMT"
        // A second 60 at the very end belongs to a year of five digits.
        guard date.year <= 9_999 else { return nil }
        return HTTPDate.parse(Array(written.utf8), now: 0) == seconds ? nil : "HTTP date: \(written) is another moment"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }

    private static func waitFault(_ text: String) -> String? {
        guard let wait = RetryAfter.parse(text, now: .seconds(1_750_000_000)) else { return nil }
        guard (.zero...RetryAfter.longest).contains(wait) else { return "Retry-After: \(wait)" }
        guard let seconds = Int(text), wait != min(.seconds(seconds), RetryAfter.longest) else { return nil }
        return "Retry-After: \(seconds) s are read as \(wait)"
    }

    // MARK: Values

    /// Swift's own reading of decimals is the judge.
    private static func numberFault(_ text: String) -> String? {
        guard let number = JSONNumber(text: text) else { return nil }
        guard number.text == text else { return "number: the digits change" }
        guard let known = Double(text) else { return "number: Swift refuses it" }
        if number.double.map({ $0 != known }) ?? known.isFinite { return "number: another double than \(known)" }
        if let known = Int(text), number.int != known { return "number: another integer than \(known)" }
        guard let double = number.double else { return nil }
        let again = JSONNumber(double).flatMap(\.double)
        return again == double ? nil : "number: \(double) does not read back"
    }

    private static func escapeFault(_ text: String) -> String? {
        let encoded = PercentEncoding.encode(text)
        guard encoded.removingPercentEncoding == text else { return "percent encoding does not read back" }
        let isPlain = encoded.utf8.allSatisfy { PercentEncoding.isUnreserved($0) || $0 == UInt8(ascii: "%") }
        return isPlain ? nil : "percent encoding leaves something reserved"
    }

    private static func charsetFault(_ text: String) -> String? {
        var fields = HTTPFields()
        fields[.contentType] = text
        let charset = AnswerReader.foreignCharset(fields, [0xFF])
        return charset == nil || text.lowercased().contains("charset") ? nil : "a charset that nobody named"
    }
}
