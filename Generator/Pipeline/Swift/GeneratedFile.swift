/// A file that the generator has made: where it belongs, and what is in it.
public struct GeneratedFile: Sendable, Hashable {
    /// The path below the module's folder, with forward slashes.
    public let path: String
    /// The content.
    public let text: String
}
