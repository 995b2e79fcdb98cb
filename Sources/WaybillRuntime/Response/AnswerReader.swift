import HTTPTypes
@_spi(Generated) import WaybillJSON

/// Reads the value of a success.
enum AnswerReader {
    /// The value is the whole body.
    private static let wholeBody = EnvelopePaths(["none"])

    /// Reads the body, or what stands at the first of the places in it that the API wraps its values in.
    ///
    /// A place where null stands counts as empty.
    /// - Parameter absent: The value of a blank body, and of one that has nothing at any of the places; nil: that is a fault.
    static func read<Value>(
        _ bytes: [UInt8],
        envelope: EnvelopePaths?,
        absent: Value? = nil,
        noting unread: inout [UnreadMember],
        _ value: (inout JSONReader) -> Value?
    ) throws(JSONError) -> Value {
        if let absent, bytes.allSatisfy({ $0 <= 0x20 }) { return absent }
        let envelope = envelope ?? wholeBody
        return try JSONReader.read(bytes, noting: &unread) { reader in
            for path in envelope.paths {
                if path.isEmpty, absent == nil { return value(&reader) }
                let found = reader.presentValue(at: path, value)
                if found != nil || reader.hasFailed { return found }
            }
            if let absent {
                reader.skip()
                return absent
            }
            failOnEmpty(&reader, envelope)
            return nil
        }
    }

    /// The body as text, and what of it could not be read as such.
    ///
    /// Text is UTF-8 unless it says that it is ISO 8859-1. Any other set of characters is read as UTF-8, too, and that is noted:
    /// the bytes still stand beside the value.
    static func text(_ headers: HTTPFields, _ body: [UInt8]) -> (text: String, unread: String?) {
        let charset = charset(headers)?.lowercased()
        if charset == "iso-8859-1" || charset == "latin1" {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: body.lazy.map { Unicode.Scalar($0) })
            return (String(text), nil)
        }
        let text = String(decoding: body, as: UTF8.self)
        if let charset = foreignCharset(headers, body) {
            return (text, "its character set is \(charset.prefix(40)), and it was read as UTF-8")
        }
        return (text, text.utf8.elementsEqual(body) ? nil : "it is no UTF-8; what is not was replaced")
    }

    /// The value of an answer that is JSON of another form altogether; nil where there has to be one, with something in it.
    ///
    /// What a caller can do without must not turn a request that was carried out into an error.
    static func empty<Value>(_ bytes: [UInt8], absent: Value?, _ value: (inout JSONReader) -> Value?) -> Value? {
        guard (try? JSONValue(parsing: bytes)) != nil else { return nil }
        if let absent { return absent }
        return try? JSONReader.read(Array("{}".utf8)) { value(&$0) }
    }

    /// Says what is missing, unless the document is broken or no object: then it says that.
    private static func failOnEmpty(_ reader: inout JSONReader, _ envelope: EnvelopePaths) {
        let mark = reader.mark()
        reader.skip()
        if reader.hasFailed { return }
        reader.restore(mark)
        reader.beginObject("envelope")
        if !reader.hasFailed, let first = envelope.candidates.first { reader.missing(first) }
    }

    /// The character set that the answer claims to be in, where its bytes cannot be read without it.
    ///
    /// JSON is UTF-8 (RFC 8259, section 8.1). Bytes of ASCII alone mean the same in all the sets that servers name out
    /// of habit; those of UTF-16, whose other bytes are zero, are none.
    static func foreignCharset(_ headers: HTTPFields, _ body: [UInt8]) -> String? {
        guard let name = charset(headers) else { return nil }
        switch name.lowercased() {
        case "utf-8", "utf8", "us-ascii": return nil
        default: break
        }
        return body.allSatisfy { (0x01...0x7F).contains($0) } ? nil : name
    }

    /// The parameter `charset` of the content type.
    private static func charset(_ headers: HTTPFields) -> String? {
        guard let type = headers.value(of: .contentType) else { return nil }
        var rest = type.utf8[...]
        while let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) {
            rest = rest[semicolon...].dropFirst()
            let parameter = rest.prefix { $0 != UInt8(ascii: ";") }
            let name = parameter.prefix { $0 != UInt8(ascii: "=") }
            let value = parameter[name.endIndex...].dropFirst()
            // Letters in either case differ by this bit, and no other character of a token becomes one of these by it.
            guard !value.isEmpty, name.trimmed.elementsEqual("charset".utf8, by: { $0 | 0x20 == $1 }) else { continue }
            return String(Substring(value.trimmed)).filter { $0 != "\"" }
        }
        return nil
    }

    /// Describes an answer that could not be read.
    ///
    /// An excerpt is given only of what is no JSON, such as a login page.
    static func undecodable(_ body: [UInt8], _ error: JSONError, _ mask: SecretMask) -> UndecodableAnswer {
        let first = body.first { $0 > 0x20 }
        let looksLikeJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        let isJSON = looksLikeJSON || (try? JSONValue(parsing: body)) != nil
        return UndecodableAnswer(
            reason: first == nil ? "the body is empty" : "\(error.reason)",
            path: mask.masked(error.path),
            error: error,
            excerpt: isJSON || first == nil ? nil : excerpt(body, mask)
        )
    }

    /// At most 1 KiB of text, also after bytes that are no UTF-8 were replaced.
    private static func excerpt(_ body: [UInt8], _ mask: SecretMask) -> String {
        // Masked before it is cut, so that no part of a credential is left at its end.
        let masked = mask.masked(String(decoding: body.prefix(16_384), as: UTF8.self))
        var text = String(masked.unicodeScalars.prefix(1_024))
        while text.utf8.count > 1_024 { text.unicodeScalars.removeLast() }
        return text
    }
}

extension Substring.UTF8View {
    /// Without white space at its ends (`OWS`, RFC 9110, section 5.6.3).
    fileprivate var trimmed: Substring.UTF8View {
        var text = drop { $0 == 0x20 || $0 == 0x09 }
        while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
        return text
    }
}
