import SpecYAML

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Kind where Value == Located<[UInt8]> {
    /// The UTF-8 bytes of a text, which may be empty.
    static var utf8: Kind {
        Kind<Located<String>>.rawText("text", isMultiline: true).map { $0.map { Array($0.utf8) } }
    }

    /// Bytes as pairs of hex digits.
    static var hex: Kind {
        bytes("hex digits", "pairs of hex digits, such as 7b7d") { text in
            let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
            return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
        }
    }

    /// Bytes as Base64 with its padding (RFC 4648, section 4).
    static var base64: Kind {
        bytes("Base64", "Base64 with its padding, such as e30=") { Data(base64Encoded: $0).map(Array.init) }
    }

    private static func bytes(
        _ word: String,
        _ expected: String,
        parse: @escaping @Sendable (String) -> [UInt8]?
    ) -> Kind {
        Kind(.text(word)) { member, log in
            guard let text = Kind<Located<String>>.rawText(word).decode(member, &log) else { return nil }
            if let bytes = parse(text.value) { return Located(bytes, at: text.location) }
            log.lose(.text, "expected \(expected)", at: text.location)
            return nil
        }
    }
}
