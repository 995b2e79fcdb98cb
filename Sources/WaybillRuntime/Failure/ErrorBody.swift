/// What an error body says.
///
/// Reading it never fails: what is not there is nil. Only the first MiB is read, which is all that an error keeps of
/// its body.
@_spi(Generated)
public struct ErrorBody: Sendable {
    /// The readable text.
    public private(set) var message: String?
    /// The code, a number as its digits.
    public private(set) var code: String?
    /// The details.
    public let details: JSONValue?

    /// Reads a body; one that is not JSON says nothing.
    public init(_ bytes: [UInt8], _ paths: ErrorPaths) {
        let root = bytes.isEmpty ? nil : try? JSONValue(parsing: bytes)
        message = Self.first(paths.message, root, Self.message)
        code = Self.first(paths.code, root, Self.code)
        details = Self.first(paths.details, root, Self.details)
    }

    /// How many bytes of a failure's body are kept and read.
    static let largestCount = 1 << 20

    /// The same, with credentials masked in what is shown.
    func masked(by mask: SecretMask) -> ErrorBody {
        var masked = self
        masked.message = message.map(mask.masked)
        masked.code = code.map(mask.masked)
        return masked
    }

    private static func first<Found>(
        _ paths: [DottedPath],
        _ root: JSONValue?,
        _ read: (JSONValue) -> Found?
    ) -> Found? {
        for path in paths {
            if let value = path.value(in: root), let found = read(value) { return found }
        }
        return nil
    }

    private static func message(_ value: JSONValue) -> String? {
        if let text = value.stringValue { return text.allSatisfy(\.isWhitespace) ? nil : text }
        guard let elements = value.arrayValue else { return nil }
        let texts = elements.compactMap { $0.stringValue ?? $0["message"]?.stringValue }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }

    private static func details(_ value: JSONValue) -> JSONValue? {
        // A literal nil would be JSON's null here.
        value.isNull ? Optional.none : .some(value)
    }

    private static func code(_ value: JSONValue) -> String? {
        // `about:blank` says that the status says it all (RFC 9457, section 4.2.1).
        if let text = value.stringValue { return text.isEmpty || text == "about:blank" ? nil : text }
        return value.intValue.map { String($0) }
    }
}
