/// A value whose shape JSON alone does not tell, such as an answer that is another one for each status; generated enums conform.
public protocol JSONShape: JSONWritable, Sendable, Hashable {}

extension JSONShape {
    /// The value as JSON: that of its model.
    public var json: JSONValue { written }
}
