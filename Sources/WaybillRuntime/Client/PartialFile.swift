import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file while it is being written, under a name of its own beside the one that it is to have.
final class PartialFile: Sendable {
    private struct State {
        var file: OpenFile?
        var count = 0
    }

    private let path: String
    private let target: String
    private let state: Mutex<State>

    /// Makes it, and leaves a file of the final name alone.
    init(for target: String, _ random: @Sendable () -> UInt64) throws(FileFault) {
        let path = "\(target).\(RandomText.hexadecimal(8, random)).partial"
        self.target = target
        self.path = path
        state = Mutex(State(file: try OpenFile(creating: path)))
    }

    /// How many bytes it has.
    var count: Int { state.withLock(\.count) }

    /// Writes bytes behind those that it has.
    func append(_ bytes: [UInt8]) throws(FileFault) {
        try state.withLock { state throws(FileFault) in
            try state.file?.append(bytes)
            state.count += bytes.count
        }
    }

    /// Gives it its final name; a file of that name is replaced.
    func finish() throws(FileFault) {
        state.withLock { $0.file = nil }
        guard rename(path, target) == 0 else { throw .latest }
    }

    /// Removes it.
    func discard() {
        state.withLock { $0.file = nil }
        unlink(path)
    }
}
