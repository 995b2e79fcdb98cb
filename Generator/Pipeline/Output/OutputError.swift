/// Why generated files could not be written; nothing has been changed then.
public enum OutputError: Error, Sendable, Hashable {
    /// A path that does not stay inside the output folder.
    case outside(path: String)
    /// Two generated files have the same path, or paths that differ by case only.
    case duplicate(path: String)
    /// A file without the generator's mark stands where a generated one belongs.
    case foreign(path: String)
    /// A symbolic link, or something else that is neither file nor folder, is in the way.
    case obstructed(path: String)
    /// The file system refused.
    case failed(path: String, reason: String)
}

extension OutputError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .outside(let path): "\(path): does not stay inside the output folder"
        case .duplicate(let path): "\(path): two generated files have this path"
        case .foreign(let path):
            "\(path): exists and was not generated; move it away, or give the definition another name"
        case .obstructed(let path): "\(path): is a symbolic link or no regular file; remove it"
        case .failed(let path, let reason): "\(path): \(reason)"
        }
    }
}
