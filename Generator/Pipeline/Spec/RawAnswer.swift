/// An answer that is no JSON.
public enum RawAnswer: String, Sendable, Hashable, CaseIterable {
    /// Text, whatever it says.
    case text
    /// Bytes as they come: a file, an image.
    case bytes
}
