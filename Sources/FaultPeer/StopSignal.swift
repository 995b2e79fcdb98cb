import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Wakes every blocked thread of one peer when the peer is stopped: a pipe whose writing end is then closed.
final class StopSignal: Sendable {
    private let reading: Int32
    private let writing: Mutex<Int32?>

    init() throws(SocketError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SocketError(function: "pipe", code: errno) }
        reading = ends[0]
        writing = Mutex(ends[1])
    }

    deinit {
        raise()
        closeDescriptor(reading)
    }

    func raise() {
        let end = writing.withLock { end in
            defer { end = nil }
            return end
        }
        if let end { closeDescriptor(end) }
    }

    /// What ended a wait.
    enum Wake {
        case ready
        case timedOut
        case stopped
    }

    /// Waits until the descriptor can be read (or written), the time is over or the peer is stopped.
    func wait(for descriptor: Int32, toWrite: Bool = false, milliseconds: Int32) -> Wake {
        var polled = [
            pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor, events: Int16(toWrite ? POLLOUT : POLLIN), revents: 0),
        ]
        let result = poll(&polled, 2, milliseconds)
        if polled[0].revents != 0 { return .stopped }
        return result > 0 ? .ready : .timedOut
    }

    /// Waits that long; false where the peer was stopped meanwhile.
    func sleep(milliseconds: Int32) -> Bool {
        wait(for: -1, milliseconds: milliseconds) != .stopped
    }
}
