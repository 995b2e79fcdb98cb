extension JSONReader {
    /// Reads a model; nil for null, and after a fault.
    @_spi(Generated) @inlinable @inline(never)
    public mutating func model<Model: JSONModel>(_: Model.Type = Model.self) -> Model? {
        guard let outer = enterModel() else { return nil }
        defer { leaveModel(outer) }
        return Model(from: &self)
    }

    /// Reads a word of an open set; nil for null, and for another type after recording a fault.
    @_spi(Generated) @inlinable @inline(never)
    public mutating func word<Word: JSONWord>(_: Word.Type = Word.self) -> Word? {
        guard let text = string() else { return nil }
        return Word(rawValue: text)
    }

    /// Reads a word of an open set that is a whole number; nil for null, and after a fault.
    @_spi(Generated) @inlinable @inline(never)
    public mutating func numberWord<Word: JSONNumberWord>(_: Word.Type = Word.self) -> Word? {
        guard let number = int() else { return nil }
        return Word(rawValue: number)
    }

    /// Reads an array; nil for null, and after a fault.
    ///
    /// An element that is null or cannot be read is left out and noted.
    @_spi(Generated) @inlinable @inline(never)
    public mutating func list<Element>(_ element: (inout JSONReader) -> Element?) -> [Element]? {
        guard enterArray() else { return nil }
        var elements: [Element] = []
        while nextElement() {
            let (start, depth) = (position, depth)
            if let value = element(&self) {
                // Short lists of small elements are the rule: one allocation instead of three.
                if elements.isEmpty, MemoryLayout<Element>.stride <= 16 { elements.reserveCapacity(4) }
                elements.append(value)
            } else {
                guard dropElement(at: start, depth: depth) else { return nil }
            }
        }
        return hasFailed ? nil : elements
    }

    /// Reads an object as a dictionary; nil for null, and after a fault.
    ///
    /// A value that is null or cannot be read is left out and noted. Of members with the same key the last wins; a dictionary of `String` takes canonically equivalent keys for the
    /// same, which ``JSONObject`` does not.
    @_spi(Generated) @inlinable @inline(never)
    public mutating func map<Value>(_ element: (inout JSONReader) -> Value?) -> [String: Value]? {
        guard enterObject() else { return nil }
        var values: [String: Value] = [:]
        while nextKey() {
            let key = currentKey()
            let (start, depth) = (position, depth)
            guard let value = element(&self) else {
                guard dropElement(at: start, depth: depth) else { return nil }
                continue
            }
            values[key] = value
        }
        return hasFailed ? nil : values
    }

    /// Moves into an array; null and other types are as for scalars.
    @usableFromInline @inline(never)
    mutating func enterArray() -> Bool { enter(.array) }

    /// Moves into an object; null and other types are as for scalars.
    @usableFromInline @inline(never)
    mutating func enterObject() -> Bool { enter(.object) }

    private mutating func enter(_ type: JSONType) -> Bool {
        guard peekType() == type else {
            mismatch(type)
            return false
        }
        enter()
        return fault == nil
    }

    /// Records that something is null that must not be.
    mutating func failOnNull() {
        fail(.typeMismatch(expected: "a value", found: JSONType.null.word), at: valueStart)
    }

    /// What errors speak of outside the model that begins here; nil, and moved past, where null stands.
    @usableFromInline @inline(never)
    mutating func enterModel() -> Outer? {
        if bytes[position] != UInt8(ascii: "{"), isNull() { return nil }
        valueStart = position
        return Outer(model: model, objectStart: objectStart)
    }

    /// Makes errors speak of the model outside again.
    @usableFromInline @inline(never)
    mutating func leaveModel(_ outer: Outer) {
        model = outer.model
        objectStart = outer.objectStart
    }

    @usableFromInline
    struct Outer {
        let model: StaticString?
        let objectStart: Int
    }
}
