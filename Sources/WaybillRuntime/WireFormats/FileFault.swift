#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Why a file on the disk cannot be read or written.
public enum FileFault: Error, Sendable, Hashable {
    /// What the system says: a value of `errno`, such as `ENOENT`.
    case system(code: Int32)
    /// It is a folder, or something else that has no length.
    case notAFile
    /// It is not the file any more that it was when the request was made: its length, or the time of its last change, is
    /// another one.
    case changed

    /// What the system says now.
    static var latest: FileFault { .system(code: errno) }
}

extension FileFault: CustomStringConvertible {
    /// The reason in words, without the file's name.
    public var description: String {
        switch self {
        case .system(let code): String(cString: strerror(code))
        case .notAFile: "it is no regular file"
        case .changed: "it has changed since the request was made"
        }
    }
}
