/// What stands at the placeholders of authentication: bytes under names.
///
/// No description, dump or mirror shows any of them.
@_spi(Generated)
public struct SigningValues: Sendable, CustomStringConvertible, CustomReflectable {
    private var known: [String: [UInt8]] = [:]

    /// Takes the credentials.
    public init(_ credentials: [Credential]) {
        for credential in credentials { known[credential.name] = Array(credential.value.utf8) }
    }

    /// The bytes under a name; nil where nobody knows them yet.
    public subscript(name: String) -> [UInt8]? {
        get { known[name] }
        set { known[name] = newValue }
    }

    /// Whether there is something under a name.
    public func knows(_ name: String) -> Bool { known[name] != nil }

    /// The bytes under a name as text.
    public func text(_ name: String) -> String? { known[name].map { String(decoding: $0, as: UTF8.self) } }

    /// A template with all its placeholders filled; nil where one is not known yet.
    public func bytes(_ template: TextTemplate) -> [UInt8]? {
        var bytes: [UInt8] = []
        for piece in template.pieces {
            switch piece {
            case .text(let text): bytes += text.utf8
            case .placeholder(let name):
                guard let value = known[name] else { return nil }
                bytes += value
            }
        }
        return bytes
    }

    /// A template as text; nil where a placeholder is not known yet.
    public func text(_ template: TextTemplate) -> String? {
        bytes(template).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Sets what is not known so far: what is given first holds.
    mutating func add(_ name: String, _ text: String) {
        if known[name] == nil { known[name] = Array(text.utf8) }
    }

    /// Sets all forms of a time, given in milliseconds since 1970.
    public mutating func setTime(milliseconds: Int64) {
        for form in SigningTime.allCases { add(form.rawValue, form.text(milliseconds: milliseconds)) }
    }

    /// Sets a nonce of 32 hexadecimal digits, in both forms.
    public mutating func setNonce(_ digits: String) {
        add("nonce", digits)
        var uuid = digits
        for place in [20, 16, 12, 8] where place < digits.utf8.count {
            uuid.insert("-", at: uuid.index(uuid.startIndex, offsetBy: place))
        }
        add("nonce.uuid", uuid)
    }

    /// Nothing of the values.
    public var description: String { "SigningValues" }

    /// Nothing of the values.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
