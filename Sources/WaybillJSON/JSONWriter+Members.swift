// Four concrete types and one generic: fewer overloads make generated code quicker to compile.
@_spi(Generated)
extension JSONWriter {
    /// Writes a member whose value is always there.
    @inline(never)
    public mutating func member(_ key: StaticString, _ value: String) {
        self.key(key)
        self.value(value)
    }

    /// Writes a member, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, _ value: String?) {
        if let value { member(key, value) }
    }

    /// Writes a member whose value is always there.
    @inline(never)
    public mutating func member(_ key: StaticString, _ value: Int) {
        self.key(key)
        self.value(value)
    }

    /// Writes a member, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, _ value: Int?) {
        if let value { member(key, value) }
    }

    /// Writes a member whose value is always there.
    @inline(never)
    public mutating func member(_ key: StaticString, _ value: Double) {
        self.key(key)
        self.value(value)
    }

    /// Writes a member, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, _ value: Double?) {
        if let value { member(key, value) }
    }

    /// Writes a member whose value is always there.
    @inline(never)
    public mutating func member(_ key: StaticString, _ value: Bool) {
        self.key(key)
        self.value(value)
    }

    /// Writes a member, unless its value is nil.
    @inline(never)
    public mutating func member(_ key: StaticString, _ value: Bool?) {
        if let value { member(key, value) }
    }

    /// Writes a member: a model, a word, a value of JSON, or an array or dictionary.
    @inline(never)
    public mutating func member<Value: JSONWritable>(_ key: StaticString, _ value: Value) {
        self.key(key)
        value.encode(to: &self)
    }

    /// Writes a member, unless its value is nil.
    @inline(never)
    public mutating func member<Value: JSONWritable>(_ key: StaticString, _ value: Value?) {
        if let value { member(key, value) }
    }

    /// Writes an array whose elements have a wire format of their own, unless it is nil.
    @inline(never)
    public mutating func member<Element>(
        _ key: StaticString,
        list: [Element]?,
        _ each: (inout JSONWriter, Element) -> Void
    ) {
        guard let list else { return }
        self.key(key)
        self.list(list, each)
    }

    /// Writes an array whose elements have a wire format of their own.
    @inline(never)
    public mutating func list<Element>(_ list: [Element], _ each: (inout JSONWriter, Element) -> Void) {
        beginArray()
        for element in list { each(&self, element) }
        endArray()
    }

    /// Writes a dictionary whose values have a wire format of their own.
    @inline(never)
    public mutating func map<Value>(_ map: [String: Value], _ each: (inout JSONWriter, Value) -> Void) {
        sorted(map, each)
    }

    /// Writes a dictionary whose values have a wire format of their own, unless it is nil.
    @inline(never)
    public mutating func member<Value>(
        _ key: StaticString,
        map: [String: Value]?,
        _ each: (inout JSONWriter, Value) -> Void
    ) {
        guard let map else { return }
        self.key(key)
        sorted(map, each)
    }
}

extension JSONWriter {
    /// Ends an object with the members that its model does not know.
    ///
    /// One that could not be read when it came, and has a value by now, has been written already.
    @_spi(Generated) @inline(never)
    public mutating func endObject(_ extra: JSONObject) {
        if !extra.isEmpty {
            let written = writtenKeys()
            for (key, value) in extra where !written.contains(JSONKey(key)) {
                self.key(key)
                tree(value)
            }
        }
        endObject()
    }

    /// Writes a dictionary, its keys sorted by their bytes of UTF-8 so that the same value gives the same bytes.
    mutating func sorted<Value>(_ map: [String: Value], _ each: (inout JSONWriter, Value) -> Void) {
        beginObject()
        // An array of strings sorts itself in code made for strings; pairs with values of any type do not.
        var keys: [String] = []
        keys.reserveCapacity(map.count)
        for key in map.keys { keys.append(key) }
        keys.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for key in keys {
            guard let value = map[key] else { continue }
            self.key(key)
            each(&self, value)
        }
        endObject()
    }
}
