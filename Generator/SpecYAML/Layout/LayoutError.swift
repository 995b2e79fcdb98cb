/// A file whose canonical layout would not say the same: it stays as it is.
public struct LayoutError: Error, CustomStringConvertible {
    /// Where it would not.
    public let location: SourceLocation

    /// The place, and what to do.
    public var description: String {
        "\(location.file):\(location.line):\(location.column): this cannot be laid out without changing it; write it otherwise"
    }
}
