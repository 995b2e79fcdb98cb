#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open file of the disk, which its last owner closes.
final class OpenFile: Sendable {
    private let descriptor: Int32

    /// Opens a file that is there.
    init(reading path: String) throws(FileFault) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .latest }
    }

    /// Makes a file where there is none.
    init(creating path: String) throws(FileFault) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .latest }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Its length in bytes, and when it was last changed, in nanoseconds since 1970.
    func properties() throws(FileFault) -> (count: Int, modified: Int64) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .latest }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        return (Int(status.st_size), Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
    }

    /// The next bytes, at most so many; none at its end.
    func bytes(upTo limit: Int) throws(FileFault) -> [UInt8] {
        var fault: FileFault?
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            repeat {
                count = max(read(descriptor, buffer.baseAddress, limit), -1)
            } while count < 0 && errno == EINTR
            if count < 0 { (fault, count) = (.latest, 0) }
        }
        if let fault { throw fault }
        return bytes
    }

    /// Writes bytes behind those that it has.
    func append(_ bytes: [UInt8]) throws(FileFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .latest }
            rest = rest.dropFirst(count)
        }
    }
}
