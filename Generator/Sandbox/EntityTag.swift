/// The name of a version of an answer (RFC 9110, section 8.8.3).
struct EntityTag: Sendable, Hashable, CustomStringConvertible {
    let description: String

    /// The tag of these bytes: the same for the same ones, by FNV-1a.
    init(of body: [UInt8]) {
        let hash = body.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        description = "\"\(String(hash, radix: 16))\""
    }

    /// Whether a field `If-None-Match` names it, or any version; weak tags count (RFC 9110, section 13.1.2).
    func isNamed(in field: String) -> Bool {
        field.split(separator: ",").contains { tag in
            let text = tag.drop { $0 == " " }
            let plain = text.hasPrefix("W/") ? text.dropFirst(2) : text
            return plain == "*" || plain == description
        }
    }
}
