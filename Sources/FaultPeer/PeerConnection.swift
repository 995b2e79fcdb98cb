/// One accepted connection, driven by the script of a ``FaultPeer`` on a thread of its own.
///
/// Every method returns as soon as the peer is stopped.
public final class PeerConnection {
    /// What the peer is told of.
    enum Event {
        case read(PeerRequest)
        case wrote(byteCount: Int)
    }

    /// Which connection this is, counted from 0 in the order of acceptance.
    public let index: Int
    private let socket: PeerSocket
    private let signal: StopSignal
    private let report: (Event) -> Void
    private var unread: [UInt8] = []
    private var isClosed = false

    init(index: Int, socket: PeerSocket, signal: StopSignal, report: @escaping (Event) -> Void) {
        self.index = index
        self.socket = socket
        self.signal = signal
        self.report = report
    }

    /// Reads one whole request and records it; nil where the client ended the stream first.
    ///
    /// - Parameter milliseconds: How long to wait for it to begin; nil is returned then, too.
    @discardableResult
    public func readRequest(beginningWithin milliseconds: Int32? = nil) -> PeerRequest? {
        if let milliseconds, unread.isEmpty,
            signal.wait(for: socket.descriptor, milliseconds: milliseconds) != .ready
        {
            return nil
        }
        guard let headEnd = readUntil({ Self.endOfHead(in: $0) }) else { return nil }
        let end = headEnd + PeerRequest.bodyLength(in: unread[..<headEnd])
        guard readUntil({ $0.count >= end ? end : nil }) != nil else { return nil }
        let request = PeerRequest(head: unread[..<headEnd], body: Array(unread[headEnd..<end]), connection: index)
        unread.removeFirst(end)
        report(.read(request))
        return request
    }

    /// Reads the head of a request and leaves its body alone; false where the client ended the stream first.
    @discardableResult
    public func readHead() -> Bool {
        readUntil { Self.endOfHead(in: $0) } != nil
    }

    /// Sends text as it stands; false where the client is gone.
    @discardableResult
    public func write(_ text: String) -> Bool {
        write(Array(text.utf8))
    }

    /// Sends bytes as they stand; false where the client is gone.
    @discardableResult
    public func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard signal.wait(for: socket.descriptor, toWrite: true, milliseconds: Self.patience) == .ready,
                let sent = socket.write(rest)
            else { return false }
            rest = rest.dropFirst(sent)
            report(.wrote(byteCount: sent))
        }
        return true
    }

    /// Sends text one byte at a time; false where the client is gone.
    ///
    /// - Parameter milliseconds: The pause after each byte; 0 only splits the writes.
    @discardableResult
    public func drip(_ text: String, everyMilliseconds milliseconds: Int32) -> Bool {
        for byte in text.utf8 {
            guard write([byte]) else { return false }
            if milliseconds > 0, !pause(milliseconds: milliseconds) { return false }
        }
        return true
    }

    /// Sends a complete answer with a `Content-Length`.
    @discardableResult
    public func answer(_ status: Int = 200, _ body: String = "{}", headers: [(String, String)] = []) -> Bool {
        let lines = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
        let type = headers.contains { $0.0.lowercased() == "content-type" } ? "" : "Content-Type: application/json\r\n"
        return write("HTTP/1.1 \(status) X\r\n\(type)\(lines)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// Waits; false where the peer was stopped meanwhile.
    @discardableResult
    public func pause(milliseconds: Int32) -> Bool {
        signal.sleep(milliseconds: milliseconds)
    }

    /// Waits until the client ends or resets the stream; false where it did not within the time.
    ///
    /// By default that is longer than the time limit of a test: a client that waits for the peer fails its test.
    @discardableResult
    public func waitForEnd(milliseconds: Int32 = 600_000) -> Bool {
        while signal.wait(for: socket.descriptor, milliseconds: milliseconds) == .ready {
            guard let more = socket.read(upTo: Self.readSize) else { return true }
            unread.append(contentsOf: more)
        }
        return false
    }

    /// Ends the stream in an orderly way.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        socket.close()
    }

    /// Ends the sending half only.
    public func endWriting() {
        socket.endWriting()
    }

    /// Ends the stream with a reset.
    public func reset() {
        guard !isClosed else { return }
        socket.resetOnClose()
        close()
    }

    /// The longest wait of any single step, so that a forgotten peer ends by itself.
    private static let patience: Int32 = 30_000
    private static let readSize = 65_536

    private func readUntil(_ isComplete: ([UInt8]) -> Int?) -> Int? {
        while true {
            if let end = isComplete(unread) { return end }
            guard !isClosed, signal.wait(for: socket.descriptor, milliseconds: Self.patience) == .ready,
                let more = socket.read(upTo: Self.readSize)
            else { return nil }
            unread.append(contentsOf: more)
        }
    }

    private static func endOfHead(in bytes: [UInt8]) -> Int? {
        let mark: [UInt8] = [13, 10, 13, 10]
        guard bytes.count >= mark.count else { return nil }
        return (mark.count...bytes.count).first { bytes[($0 - mark.count)..<$0].elementsEqual(mark) }
    }
}
