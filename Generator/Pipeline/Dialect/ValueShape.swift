/// What may stand under a key, as data: messages and the reference are written from it, and so can schemas be.
indirect enum ValueShape: Sendable, Hashable {
    /// Text; the word says what it is: a name, a path, a template.
    case text(String, isMultiline: Bool = false)
    /// A whole number of 64 bits.
    case int
    /// A whole or fractional number, never infinite.
    case number
    /// The word `true` or `false`, without quotes.
    case bool
    /// A whole number with a unit of time: `250ms`, `2s`, `1m`, `1h`.
    case duration
    /// A number of bytes, with or without a unit: `65536`, `64 KiB`, `1 MiB`.
    case size
    /// A status of HTTP.
    case status
    /// A status or a range of them.
    case statuses
    /// A type: `string`, `list<Flow>?`.
    case type
    /// Any value of JSON, written as YAML.
    case json
    /// JSON as text, whose white space says nothing in a block of lines.
    case jsonText
    /// Any mapping, an object of JSON.
    case object
    /// One of these words, as they are written.
    case words([String])
    /// Several values, or one alone.
    case list(ValueShape)
    /// A list, never one value alone.
    case array(ValueShape)
    /// A mapping of names that the author chooses; the word says what the names are.
    case names(of: ValueShape, by: String)
    /// A mapping whose keys the dialect fixes.
    case mapping(MappingShape)
    /// A predicate: a mapping of fields to values or to comparisons.
    case predicate(comparison: MappingShape)
    /// One of several shapes.
    case either([ValueShape])
}
