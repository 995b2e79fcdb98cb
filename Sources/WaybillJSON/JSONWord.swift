/// A word of an open set: a string with names for the words that are known.
///
/// Any text is a valid word, since a service may add one at any time.
public protocol JSONWord: RawRepresentable<String>, JSONWritable, Sendable, Hashable {
    /// Takes the word as it stands on the wire.
    init(rawValue: String)
}

extension JSONWord {
    /// Writes the word as a string.
    public func encode(to writer: inout JSONWriter) { writer.value(rawValue) }
}
