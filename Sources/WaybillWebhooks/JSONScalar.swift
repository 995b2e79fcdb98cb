import WaybillRuntime

/// Looks for one text in a document.
enum JSONScalar {
    /// The string, or the digits of the number, at a dotted path; nil where there is none.
    static func text(at path: String, in bytes: [UInt8]) -> String? {
        var value = try? JSONValue(parsing: bytes)
        for key in path.split(separator: ".") { value = value?[String(key)] }
        return value?.stringValue ?? value?.numberValue?.text
    }
}
