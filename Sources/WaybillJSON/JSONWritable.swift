/// What a writer can write: JSON's own types, models, words, and arrays and dictionaries of these.
///
/// Generated code relies on it; there is nothing to be called, since only the module can make a writer.
public protocol JSONWritable {
    /// Writes the value as one complete JSON value.
    func encode(to writer: inout JSONWriter)

    /// Writes an array of such values; a requirement, so that each type has a loop of its own.
    static func encode(list: [Self], to writer: inout JSONWriter)
}

extension JSONWritable {
    /// Writes an array of such values.
    public static func encode(list: [Self], to writer: inout JSONWriter) {
        writer.beginArray()
        for element in list { element.encode(to: &writer) }
        writer.endArray()
    }
}

extension JSONWritable {
    /// What is written, read back as a value.
    var written: JSONValue {
        var writer = JSONWriter()
        encode(to: &writer)
        return JSONReader.runTrusted(writer.bytes) { $0.value() } ?? .null
    }
}

extension String: JSONWritable {
    /// Writes a string of JSON.
    public func encode(to writer: inout JSONWriter) { writer.value(self) }
}

extension Bool: JSONWritable {
    /// Writes true or false.
    public func encode(to writer: inout JSONWriter) { writer.value(self) }
}

extension Int: JSONWritable {
    /// Writes the value as a number.
    public func encode(to writer: inout JSONWriter) { writer.value(self) }
}

extension Int64: JSONWritable {
    /// Writes the value as a number.
    public func encode(to writer: inout JSONWriter) { writer.raw(String(self)) }
}

extension Double: JSONWritable {
    /// Writes a number; one that is not finite is recorded as a fault.
    public func encode(to writer: inout JSONWriter) { writer.value(self) }
}

extension JSONNumber: JSONWritable {
    /// Writes the number with its digits.
    public func encode(to writer: inout JSONWriter) { writer.raw(text) }
}

extension JSONValue: JSONWritable {
    /// Writes the value with everything inside it.
    public func encode(to writer: inout JSONWriter) { writer.tree(self) }
}

extension JSONObject: JSONWritable {
    /// Writes the object with everything inside it.
    public func encode(to writer: inout JSONWriter) { writer.tree(.object(self)) }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// Writes the elements as an array.
    public func encode(to writer: inout JSONWriter) {
        Element.encode(list: self, to: &writer)
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    /// Writes an object whose keys are sorted by their bytes of UTF-8.
    public func encode(to writer: inout JSONWriter) {
        writer.sorted(self) { $1.encode(to: &$0) }
    }
}
