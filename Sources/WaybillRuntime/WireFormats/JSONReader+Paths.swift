@_spi(Generated) public import WaybillJSON

@_spi(Generated)
extension JSONReader {
    /// Reads what stands at a path of the object that comes next, and moves past the whole object.
    ///
    /// Nil, and no fault, where there is nothing or null. Of two members with the same key the last counts.
    @inline(never)
    public mutating func value<Value>(
        at path: [StaticString],
        _ read: (inout JSONReader) -> Value?
    ) -> Value? {
        value(at: DottedPath(keys: path.map { "\($0)" }), read)
    }

    /// The string at a path of the object that comes next, without moving; the tag of a union.
    ///
    /// Nil where there is none, or no string.
    @inline(never)
    public mutating func peekString(at path: [StaticString]) -> String? {
        let mark = mark()
        let text: String? = value(at: path) { reader in
            guard reader.peekType() == .string else {
                reader.skip()
                return nil
            }
            return reader.string()
        }
        restore(mark)
        return text
    }

    /// Reads what stands at a path of the value that comes next; nil, without moving, where there is nothing or null.
    mutating func presentValue<Value>(at path: DottedPath, _ read: (inout JSONReader) -> Value?) -> Value? {
        let start = mark()
        let found = value(at: path) { $0.isNull() ? nil : read(&$0) }
        if found == nil, !hasFailed { restore(start) }
        return found
    }

    /// As the public one, with keys that are known only at run time.
    package mutating func value<Value>(at path: DottedPath, _ read: (inout JSONReader) -> Value?) -> Value? {
        nested(path.keys[...], read)
    }

    private mutating func nested<Value>(
        _ path: ArraySlice<String>,
        _ read: (inout JSONReader) -> Value?
    ) -> Value? {
        guard let key = path.first else { return read(&self) }
        if peekType() == .array, let place = DottedPath.place(key) { return element(place, path.dropFirst(), read) }
        guard peekType() == .object else {
            skip()
            return nil
        }
        var result: Value?
        beginObject("envelope")
        while nextKey() {
            if isKey(key) { result = nested(path.dropFirst(), read) } else { skip() }
        }
        return result
    }

    private mutating func element<Value>(
        _ place: Int,
        _ path: ArraySlice<String>,
        _ read: (inout JSONReader) -> Value?
    ) -> Value? {
        var result: Value?
        var rest = place
        beginArray()
        while nextElement() {
            if rest == 0 { result = nested(path, read) } else { skip() }
            rest &-= 1
        }
        return result
    }
}
