extension JSONReader {
    /// Reads a whole document: the body's value, and after it nothing but white space.
    /// - Throws: The first fault, with model and path.
    @_spi(Generated)
    public static func read<Value>(
        _ bytes: [UInt8],
        options: JSONParsingOptions = .init(),
        _ body: (inout JSONReader) -> Value?
    ) throws(JSONError) -> Value {
        if options.duplicateKeys == .refuse, JSONOutline(of: bytes, options: options) == nil {
            // Models look at the members they know only, so that a walk of its own finds what is written twice.
            _ = try run(bytes, options) { $0.value() }
        }
        return try run(bytes, options, body)
    }

    /// Reads a whole document, and tells what of it could not be read though the rest could.
    /// - Throws: The first fault, with model and path.
    @_spi(Generated)
    public static func read<Value>(
        _ bytes: [UInt8],
        options: JSONParsingOptions = .init(),
        noting unread: inout [UnreadMember],
        _ body: (inout JSONReader) -> Value?
    ) throws(JSONError) -> Value {
        var noted: [UnreadMember] = []
        defer { unread += noted }
        return try read(bytes, options: options) { reader in
            let value = body(&reader)
            noted = reader.unread
            return value
        }
    }

    /// Reads a whole document in one pass; keys that appear twice are seen only by trees of ``JSONValue``.
    static func run<Value>(
        _ bytes: [UInt8],
        _ options: JSONParsingOptions,
        _ body: (inout JSONReader) -> Value?
    ) throws(JSONError) -> Value {
        try JSONBytes.withView(of: bytes) { view in
            let refuses = options.duplicateKeys == .refuse
            var reader = JSONReader(view, maximumDepth: options.maximumDepth, refusesDuplicateKeys: refuses)
            return reader.document(body)
        }.get()
    }

    /// Reads what our own writer has written, however deep: the value it came from is in memory already.
    static func runTrusted<Value>(_ bytes: [UInt8], _ body: (inout JSONReader) -> Value?) -> Value? {
        JSONBytes.withView(of: bytes) { view in
            var reader = JSONReader(view, maximumDepth: .max, refusesDuplicateKeys: false)
            return try? reader.document(body).get()
        }
    }

    /// The keys of an object that our own writer has not finished yet.
    static func keys(ofUnfinished bytes: [UInt8]) -> [JSONKey] {
        JSONBytes.withView(of: bytes) { view in
            var reader = JSONReader(view, maximumDepth: .max, refusesDuplicateKeys: false)
            var keys: [JSONKey] = []
            reader.beginObject("object")
            while reader.nextKey() {
                keys.append(JSONKey(reader.currentKey()))
                reader.skip()
            }
            return keys
        }
    }

    private mutating func document<Value>(_ body: (inout JSONReader) -> Value?) -> Result<Value, JSONError> {
        let value = body(&self)
        skipWhitespace()
        if fault == nil, position < bytes.count { fail(.trailingBytes, at: position) }
        if fault == nil, value == nil { fail(.typeMismatch(expected: "a value", found: "null"), at: valueStart) }
        guard fault == nil, let value else { return .failure(faultError()) }
        return .success(value)
    }

    private func faultError() -> JSONError {
        error(fault ?? Fault(offset: 0, reason: .unexpectedEnd, member: nil, model: nil))
    }
}
