/// Masks a client's credentials in words that come from elsewhere: servers and proxies repeat what they were sent.
///
/// A credential is found as it is, percent-encoded (RFC 3986, section 2.1), escaped as in JSON (RFC 8259, section 7),
/// and where these are mixed. One of fewer than six bytes is not looked for: it is a placeholder, and masking it would
/// eat ordinary words. JSON Web Tokens are known by their form, since each is another one.
struct SecretMask: Sendable, CustomStringConvertible, CustomReflectable {
    private static let shortest = 6
    private static let escaped = Array(#""\/"#.utf8)
    private static let mask = Array("[REDACTED]".utf8)

    /// The longest first, so that one that holds another is masked whole.
    private let secrets: [[UInt8]]
    private let hasWebTokens: Bool

    init(_ secrets: [String], hasWebTokens: Bool = false) {
        let usable = secrets.map { Array($0.utf8) }.filter { $0.count >= Self.shortest }
        self.secrets = usable.sorted { $0.count > $1.count }
        self.hasWebTokens = hasWebTokens
    }

    private init(sorting secrets: [[UInt8]], hasWebTokens: Bool) {
        self.secrets = secrets.sorted { $0.count > $1.count }
        self.hasWebTokens = hasWebTokens
    }

    /// A mask that hides further credentials too.
    func adding(_ further: [String]) -> SecretMask {
        SecretMask(sorting: secrets + SecretMask(further).secrets, hasWebTokens: hasWebTokens)
    }

    /// The text with every credential in it masked.
    func masked(_ text: String) -> String {
        guard !secrets.isEmpty || hasWebTokens else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard let end = secretEnd(in: bytes[index...]) else {
                index += 1
                continue
            }
            result += bytes[start..<index] + Self.mask
            (start, index) = (end, end)
        }
        return start == 0 ? text : String(decoding: result + bytes[start...], as: UTF8.self)
    }

    /// Where the credential ends that a text begins with.
    private func secretEnd(in text: ArraySlice<UInt8>) -> Int? {
        for secret in secrets {
            if text.starts(with: secret) { return text.startIndex + secret.count }
            if let end = Self.end(of: secret, in: text) { return end }
        }
        return hasWebTokens ? Self.webTokenEnd(in: text) : nil
    }

    /// Where a JSON Web Token ends that a text begins with: three parts in Base64 for URLs, the first of which begins an object.
    private static func webTokenEnd(in text: ArraySlice<UInt8>) -> Int? {
        guard text.starts(with: "eyJ".utf8) else { return nil }
        var rest = text
        for part in 1...3 {
            let next = rest.drop(while: isOfWebToken)
            if next.startIndex == rest.startIndex { return nil }
            if part == 3 { return next.startIndex }
            guard next.first == UInt8(ascii: ".") else { return nil }
            rest = next.dropFirst()
        }
        return nil
    }

    private static func isOfWebToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func end(of secret: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        var rest = text
        for byte in secret {
            guard let length = length(of: byte, in: rest) else { return nil }
            rest = rest.dropFirst(length)
        }
        return rest.startIndex
    }

    /// How many bytes of the text stand for this one: `/` may be written `/`, `%2F`, `\/` and `\u002F`.
    private static func length(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first else { return nil }
        let rest = text.dropFirst()
        switch first {
        case UInt8(ascii: "%") where number(rest.prefix(2), digits: 2) == byte: return 3
        case UInt8(ascii: "\\"):
            if rest.first == UInt8(ascii: "u"), number(rest.dropFirst().prefix(4), digits: 4) == byte { return 6 }
            if rest.first == byte, escaped.contains(byte) { return 2 }
        default: break
        }
        return first == byte ? 1 : nil
    }

    private static func number(_ text: ArraySlice<UInt8>, digits: Int) -> UInt8? {
        guard text.count == digits else { return nil }
        return UInt8(String(decoding: text, as: UTF8.self), radix: 16)
    }

    /// Nothing of the secrets.
    var description: String { "SecretMask" }

    /// Nothing of the secrets.
    var customMirror: Mirror { Mirror(self, children: []) }
}
