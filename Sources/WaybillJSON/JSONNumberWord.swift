/// A word of an open set that is a whole number on the wire: with names for the numbers that are known.
///
/// Any whole number is valid, since a service may add one at any time.
public protocol JSONNumberWord: RawRepresentable<Int>, JSONWritable, Sendable, Hashable {
    /// Takes the number as it stands on the wire.
    init(rawValue: Int)
}

extension JSONNumberWord {
    /// Writes the number.
    public func encode(to writer: inout JSONWriter) { writer.value(rawValue) }
}
