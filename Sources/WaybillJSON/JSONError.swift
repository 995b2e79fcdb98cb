/// Why a document could not be read, or a value not be written.
///
/// An error names the place, never the value that stands there: values may be people's data.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong at the place that the error names.
    @nonexhaustive
    public enum Reason: Sendable, Hashable {
        /// A byte that the grammar does not allow here.
        case unexpectedByte
        /// The document ends inside a value.
        case unexpectedEnd
        /// A string is not UTF-8 (RFC 3629); the offset is that of its first byte.
        case invalidUTF8
        /// A `\u` escape names half of a surrogate pair.
        case loneSurrogate
        /// A backslash followed by something that is no escape.
        case invalidEscape
        /// A control character that stands unescaped in a string.
        case controlCharacter
        /// Digits that are no number of JSON, such as `01` or `1.`.
        case invalidNumber
        /// More arrays and objects inside one another than the limit allows.
        case depthExceeded
        /// Something follows the document's value.
        case trailingBytes
        /// An object names a key twice, and the options refuse that.
        case duplicateKey(String)
        /// A value of another type than the model has there.
        case typeMismatch(expected: String, found: String)
        /// A member that the model cannot do without is absent or null.
        case missing(key: String)
        /// A number that does not fit into the named type.
        case outOfRange(String)
        /// A value of the right type whose content is not what the model has there.
        case invalidValue(expected: String)
        /// A number that JSON cannot express: not a number, or infinite. Only the writer says so.
        case notFinite

        /// Whether the document is JSON, and only not what the model has there.
        var isOfModel: Bool {
            switch self {
            case .typeMismatch, .missing, .outOfRange, .invalidValue: true
            default: false
            }
        }
    }

    /// Where the fault is, in bytes from the document's start.
    public let offset: Int

    /// Where the fault is, as keys and indices: `data.event_flows[2].state`; empty at the root.
    public let path: String

    /// What is wrong there.
    public let reason: Reason

    /// The model that was being read or written, where there was one.
    public let model: String?

    init(offset: Int, path: String, reason: Reason, model: String?) {
        self.offset = offset
        self.path = path
        self.reason = reason
        self.model = model
    }
}

extension JSONError: CustomStringConvertible {
    /// Model, path, reason and offset in one line.
    public var description: String {
        let place = [model, path.isEmpty ? nil : path].compactMap(\.self).joined(separator: " at ")
        return (place.isEmpty ? "JSON" : place) + ": \(reason) (byte \(offset))"
    }
}

extension JSONError.Reason: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .unexpectedByte: "a byte that JSON does not allow here"
        case .unexpectedEnd: "the document ends too early"
        case .invalidUTF8: "a string that is not UTF-8"
        case .loneSurrogate: "half of a surrogate pair"
        case .invalidEscape: "an unknown escape"
        case .controlCharacter: "a control character inside a string"
        case .invalidNumber: "a malformed number"
        case .depthExceeded: "arrays and objects nested too deeply"
        case .trailingBytes: "something follows the document"
        case .duplicateKey(let key): "the key \(JSONPath.quoted(key)) appears twice"
        case .typeMismatch(let expected, let found): "expected \(expected), found \(found)"
        case .missing(let key): "\(JSONPath.quoted(key)) is missing"
        case .outOfRange(let type): "a number that does not fit in \(type)"
        case .invalidValue(let expected): "the value is not \(expected)"
        case .notFinite: "not a number or infinite, which JSON cannot express"
        }
    }
}
