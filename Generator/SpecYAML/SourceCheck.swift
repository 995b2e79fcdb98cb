/// Looks at a file's bytes before libyaml does, for what libyaml would accept or report without a useful place.
///
/// libyaml follows YAML 1.1, where U+0085, U+2028 and U+2029 end a line; YAML 1.2 and every editor disagree, and lone CRs
/// are counted differently everywhere. Refusing them keeps line numbers true.
enum SourceCheck {
    /// The first thing in the file that is refused whatever the YAML around it says.
    static func firstRefusal(of file: SourceFile, limits: YAMLLimits) -> YAMLRefusal? {
        if file.bytes.count > limits.bytes { return tooLarge(file, limits) }
        return byteOrderMark(file) ?? strayByte(file)
    }

    private static func tooLarge(_ file: SourceFile, _ limits: YAMLLimits) -> YAMLRefusal {
        let message = "the file has \(file.bytes.count) bytes and may have \(limits.bytes); split it"
        return YAMLRefusal(rule: .size, message: message, location: file.location(ofByte: 0))
    }

    private static func byteOrderMark(_ file: SourceFile) -> YAMLRefusal? {
        let start = file.bytes.prefix(3)
        let encoding: String
        if start == [0xEF, 0xBB, 0xBF] {
            encoding = "starts with a byte order mark"
        } else if start.prefix(2) == [0xFF, 0xFE] || start.prefix(2) == [0xFE, 0xFF] {
            encoding = "is encoded as UTF-16"
        } else {
            return nil
        }
        let message = "the file \(encoding); save it as UTF-8 without a byte order mark"
        return YAMLRefusal(rule: .encoding, message: message, location: file.location(ofByte: 0))
    }

    private static func strayByte(_ file: SourceFile) -> YAMLRefusal? {
        let bytes = file.bytes
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if isSuspect(byte), let (rule, message) = objection(bytes, offset) {
                return YAMLRefusal(rule: rule, message: message, location: file.location(ofByte: offset))
            }
            offset += 1
        }
        return nil
    }

    private static func isSuspect(_ byte: UInt8) -> Bool {
        if byte < 0x20 { return byte != UInt8(ascii: "\n") }
        return byte == 0xC2 || byte == 0xE2 || byte == 0xEF
    }

    private static func objection(_ bytes: [UInt8], _ offset: Int) -> (YAMLRule, String)? {
        let following = bytes[(offset + 1)...].prefix(2)
        switch bytes[offset] {
        case 0x00:
            return (.encoding, "a NUL byte is not text; save the file as UTF-8 (UTF-16 looks like this)")
        case UInt8(ascii: "\t") where offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n"):
            return (.tab, tabMessage)
        case UInt8(ascii: "\r") where following.first != UInt8(ascii: "\n"):
            return (.lineBreak, "a carriage return alone does not end a line; end lines with LF or CRLF")
        case 0xC2 where following.first == 0x85:
            return (.lineBreak, separatorMessage("U+0085", "\\N"))
        case 0xE2 where following == [0x80, 0xA8]:
            return (.lineBreak, separatorMessage("U+2028", "\\L"))
        case 0xE2 where following == [0x80, 0xA9]:
            return (.lineBreak, separatorMessage("U+2029", "\\P"))
        case 0xEF where following == [0xBB, 0xBF]:
            return (.encoding, "a byte order mark stands inside the file; remove it")
        default:
            return nil
        }
    }

    /// Shared with the parser, which finds the tabs that follow spaces.
    static let tabMessage = "a tab can neither indent a line nor separate words; use spaces"

    private static func separatorMessage(_ name: String, _ escape: String) -> String {
        "\(name) is a line end to some programs only; write \(escape) in double-quoted text"
    }
}
