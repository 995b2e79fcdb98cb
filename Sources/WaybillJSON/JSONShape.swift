/// A value whose shape JSON alone does not tell, such as an answer that is another one for each status; generated enums conform.
public protocol JSONShape: JSONWritable, Sendable, Hashable {}

extension JSONShape {
    /// The value as JSON: that of its model.
    public var json: JSONValue {
        var writer = JSONWriter()
        encode(to: &writer)
        return JSONReader.runTrusted(writer.bytes) { $0.value() } ?? .null
    }
}
