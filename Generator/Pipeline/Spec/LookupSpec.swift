/// A subscript that finds an element of a list field by one of the element's own fields.
public struct LookupSpec: Sendable {
    /// The list field.
    public var list: Located<String>
    /// The element's field.
    public var by: Located<String>

    /// Makes a look-up.
    public init(list: Located<String>, by: Located<String>) {
        self.list = list
        self.by = by
    }
}
