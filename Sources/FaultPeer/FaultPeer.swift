import Dispatch
import Foundation
import Synchronization

/// A server on 127.0.0.1 that does with each connection exactly what a script says, however wrong.
///
/// ```swift
/// let peer = try FaultPeer { connection in
///     connection.readRequest()
///     connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort")
/// }
/// defer { peer.stop() }
/// // call peer.url
/// #expect(peer.requests.count == 1)
/// ```
///
/// The script runs on a thread of its own for each connection; the connection is closed when the script returns.
/// The peer takes a bounded number of connections and ends everything that it started in ``stop()``.
public final class FaultPeer: Sendable {
    /// The port on 127.0.0.1.
    public let port: Int
    private let listener: PeerSocket
    private let signal: StopSignal
    private let state: Mutex<State>
    private let threads = DispatchGroup()

    private struct State {
        let keepsRequests: Bool
        var requests: [PeerRequest] = []
        var connections = 0
        var openConnections = 0
        var bytesWritten = 0
        var isStopped = false

        mutating func note(_ event: PeerConnection.Event) {
            switch event {
            case .read(let request): if keepsRequests { requests.append(request) }
            case .wrote(let count): bytesWritten += count
            }
        }
    }

    /// Starts a peer.
    ///
    /// - Parameters:
    ///   - limit: How many connections it takes before it stops listening.
    ///   - keepsRequests: Whether ``requests`` has what was read; a peer that runs for long would fill the memory.
    ///   - script: What to do with one connection.
    /// - Throws: ``SocketError`` where no socket can be had.
    public init(
        limit: Int = 5_000,
        keepsRequests: Bool = true,
        serving script: @escaping @Sendable (PeerConnection) -> Void
    ) throws(SocketError) {
        state = Mutex(State(keepsRequests: keepsRequests))
        listener = try PeerSocket.listening(backlog: 512)
        port = listener.port
        do {
            signal = try StopSignal()
        } catch {
            listener.close()
            throw error
        }
        start { [self] in acceptConnections(limit: limit, script: script) }
    }

    /// Starts a peer that answers each request of each connection in turn.
    ///
    /// - Parameter answer: What to do with one request; false ends the connection.
    /// - Throws: ``SocketError`` where no socket can be had.
    public static func answering(
        _ answer: @escaping @Sendable (PeerRequest, PeerConnection) -> Bool
    ) throws(SocketError) -> FaultPeer {
        try FaultPeer { connection in
            while let request = connection.readRequest(), answer(request, connection) {}
        }
    }

    /// The base URL, without a slash at its end.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// The requests that were read whole, in the order in which they were complete.
    public var requests: [PeerRequest] { state.withLock { $0.requests } }

    /// How many connections were accepted.
    public var connectionCount: Int { state.withLock { $0.connections } }

    /// How many of them have not ended yet: whose script is still running.
    public var openCount: Int { state.withLock { $0.openConnections } }

    /// How many bytes have gone out, over all connections.
    public var bytesWritten: Int { state.withLock { $0.bytesWritten } }

    /// Waits until the peer has come to a certain point.
    ///
    /// - Throws: ``PeerIsLate`` where that takes half a minute, so that a test cannot hang.
    public func waitUntil(_ isThere: (FaultPeer) -> Bool) async throws {
        for _ in 0..<15_000 {
            if isThere(self) { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        throw PeerIsLate()
    }

    /// Ends all connections and threads of this peer; doing so twice is harmless.
    public func stop() {
        let isFirst = state.withLock { state in
            defer { state.isStopped = true }
            return !state.isStopped
        }
        guard isFirst else { return }
        signal.raise()
        _ = threads.wait(timeout: .now() + 5)
    }

    private func acceptConnections(limit: Int, script: @escaping @Sendable (PeerConnection) -> Void) {
        defer { listener.close() }
        for index in 0..<limit {
            guard waitForConnection(), let socket = listener.accepted() else { return }
            state.withLock { state in
                state.connections += 1
                state.openConnections += 1
            }
            start { [self] in
                let connection = PeerConnection(index: index, socket: socket, signal: signal) { [self] event in
                    state.withLock { $0.note(event) }
                }
                script(connection)
                connection.close()
                state.withLock { $0.openConnections -= 1 }
            }
        }
    }

    private func waitForConnection() -> Bool {
        while true {
            switch signal.wait(for: listener.descriptor, milliseconds: 60_000) {
            case .ready: return true
            case .stopped: return false
            case .timedOut: continue
            }
        }
    }

    private func start(_ work: @escaping @Sendable () -> Void) {
        threads.enter()
        let thread = Thread { [threads] in
            work()
            threads.leave()
        }
        thread.stackSize = 512 * 1_024
        thread.start()
    }
}
