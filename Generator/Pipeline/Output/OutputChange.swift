/// What has to happen to one file of the output folder.
public struct OutputChange: Sendable, Hashable {
    /// The path below the output folder.
    public let path: String
    /// The text that stands there now; nil: no file.
    public let old: String?
    /// The text that belongs there; nil: none, the file is stale.
    public let new: String?

    /// Makes a change.
    public init(path: String, old: String?, new: String?) {
        self.path = path
        self.old = old
        self.new = new
    }

    /// The change as a unified diff, as `diff -u` writes it.
    /// - Parameter folder: The output folder, which the diff shows before the path; empty where the path is whole.
    public func diff(in folder: String) -> String {
        UnifiedDiff(old: old, new: new, path: folder.isEmpty ? path : "\(folder)/\(path)").text
    }
}
