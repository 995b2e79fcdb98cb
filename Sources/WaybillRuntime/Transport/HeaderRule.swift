package import HTTPTypes

/// What a header field may look like on its way out (RFC 9110, section 5.5).
///
/// The HTTP types replace forbidden bytes by spaces; a request with such a value must not go out at all, since the
/// caller meant something else.
package enum HeaderRule {
    /// What is wrong with a value, or nil: control characters anywhere, white space at its ends.
    static func fault(inValue value: String) -> String? {
        if value.utf8.last == 0x0A || value.utf8.last == 0x0D { return "ends in a line break" }
        if value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7F }) {
            return "contains a control character"
        }
        if let first = value.utf8.first, let last = value.utf8.last, isSpace(first) || isSpace(last) {
            return "begins or ends with white space"
        }
        return nil
    }

    /// The field's name, or nil where it is no token.
    package static func name(_ name: String) -> HTTPField.Name? {
        name.utf8.isEmpty ? nil : HTTPField.Name(name)
    }

    /// Whether a field is neither the runtime's nor the transport's, and can go out as it is.
    static func isFree(_ field: HTTPField) -> Bool {
        !reservedNames.contains(field.name.canonicalName) && fault(inValue: field.value) == nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Fields that belong to the runtime or to the transport, in lower case.
    static let reservedNames: Set<String> = [
        "accept", "accept-encoding", "authorization", "connection", "content-encoding", "content-length",
        "content-type",
        "cookie", "expect", "host", "keep-alive", "proxy-authorization", "te", "trailer", "transfer-encoding",
        "upgrade",
    ]
}
