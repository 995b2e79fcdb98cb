public import WaybillRuntime

/// The fields of a body that is a form (URL Standard, section 5.1).
///
/// It is read strictly: what is no escape, no UTF-8 or has no name is no form. Two readers of a signed body must not see two values.
@_spi(Generated)
public struct WebhookForm: Sendable {
    /// The fields in their order, decoded.
    public let fields: [(name: String, value: String)]

    /// Nil where the bytes are no form.
    public init?(_ body: some Collection<UInt8>) {
        var fields: [(name: String, value: String)] = []
        for field in body.split(separator: UInt8(ascii: "&")) {
            let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, let name = Self.decoded(first), !name.isEmpty,
                let value = Self.decoded(parts.dropFirst().first ?? field.suffix(0))
            else { return nil }
            fields.append((name, value))
        }
        self.fields = fields
    }

    private init(fields: [(name: String, value: String)]) {
        self.fields = fields
    }

    /// The fields by the bytes of their names, and those of one name by the bytes of their values.
    var sorted: WebhookForm {
        let keyed = fields.map { (name: Array($0.name.utf8), value: Array($0.value.utf8), field: $0) }
        let sorted = keyed.sorted { left, right in
            if left.name.lexicographicallyPrecedes(right.name) { return true }
            if right.name.lexicographicallyPrecedes(left.name) { return false }
            return left.value.lexicographicallyPrecedes(right.value)
        }
        return WebhookForm(fields: sorted.map(\.field))
    }

    /// All names and values, sorted, one behind the other and nothing between them.
    var signed: [UInt8] { sorted.fields.flatMap { Array($0.name.utf8) + Array($0.value.utf8) } }

    /// The fields as an object of texts; a name that comes again has a list of them.
    public var json: JSONValue {
        var object = JSONObject()
        for (name, value) in fields {
            switch object[name] {
            case nil: object[name] = .string(value)
            case .array(let values)?: object[name] = .array(values + [.string(value)])
            case let first?: object[name] = .array([first, .string(value)])
            }
        }
        return .object(object)
    }

    private static func decoded(_ text: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            guard escapes(byte) else {
                bytes.append(isPlus(byte) ? 0x20 : byte)
                continue
            }
            let digits = [rest.popFirst(), rest.popFirst()].compactMap { $0.flatMap(hexadecimalValue) }
            guard digits.count > 1 else { return nil }
            bytes.append(digits[0] << 4 | digits[1])
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func escapes(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "%") }
    private static func isPlus(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
