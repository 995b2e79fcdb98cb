#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The time and the chance that a decision sees.
public struct SandboxMoment: Sendable {
    /// Milliseconds since 1970.
    public var milliseconds: Int64
    /// Draws 64 random bits.
    public var random: @Sendable () -> UInt64

    /// Makes a moment from its time and its source of chance.
    public init(milliseconds: Int64, random: @escaping @Sendable () -> UInt64) {
        self.milliseconds = milliseconds
        self.random = random
    }

    /// Whole seconds since 1970.
    var seconds: Int64 { milliseconds / 1000 }

    /// So many lower-case hex digits.
    func hex(_ count: Int) -> String {
        var text = ""
        while text.utf8.count < count {
            let digits = String(random(), radix: 16)
            text += String(repeating: "0", count: 16 - digits.utf8.count) + digits
        }
        return String(text.prefix(count))
    }

    /// A random UUID (RFC 9562, section 5.4) in lower case.
    func uuid() -> String {
        let digits = Array(hex(32).utf8)
        let variants = Array("89ab".utf8)
        var text: [UInt8] = []
        for (position, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(position) { text.append(UInt8(ascii: "-")) }
            switch position {
            case 12: text.append(UInt8(ascii: "4"))
            case 16: text.append(variants[Int(digit) % variants.count])
            default: text.append(digit)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A time in RFC 3339, UTC, with milliseconds.
    static func timestamp(_ milliseconds: Int64) -> String {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
