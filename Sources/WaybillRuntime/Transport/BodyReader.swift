import Synchronization

/// The body of one attempt, read while it goes out, for a transport that can stream (``Transport/canStream``).
///
/// The transport announces ``count`` bytes and asks for the next ones until there are none. Reading may wait for the disk, so it
/// is no work for an event loop.
public final class BodyReader: Sendable {
    private enum Source {
        case bytes([UInt8])
        case file(OpenFile, BodyFile)
    }

    private struct State {
        var sources: [Source]
        /// How much of the first source has been read.
        var offset = 0
    }

    /// How many bytes it has in all.
    public let count: Int

    private let state: Mutex<State>
    private static let pieceCount = 65_536

    /// Opens all files of a body.
    /// - Throws: As never sent, where one is not there, or is another one than when the request was made.
    @_spi(Generated) public init(_ content: BodyContent) throws(TransportError) {
        var sources: [Source] = []
        do throws(FileFault) {
            for piece in content.pieces {
                switch piece {
                case .bytes(let bytes): sources.append(.bytes(bytes))
                case .file(let file): sources.append(.file(try file.open(), file))
                }
            }
        } catch {
            throw Self.error(error, .neverSent)
        }
        count = content.count
        // From the back, where a source is taken off without moving the others.
        state = Mutex(State(sources: sources.reversed()))
    }

    /// The next bytes, 64 KiB at most; nil after the last.
    /// - Throws: Where a file cannot be read, or was changed meanwhile. The request must not be completed then.
    public func next() throws(TransportError) -> [UInt8]? {
        do throws(FileFault) {
            return try state.withLock { state throws(FileFault) in
                while let source = state.sources.last {
                    let piece = try Self.piece(of: source, from: state.offset)
                    state.offset += piece.bytes.count
                    if piece.isLast {
                        state.sources.removeLast()
                        state.offset = 0
                    }
                    if !piece.bytes.isEmpty { return piece.bytes }
                }
                return nil
            }
        } catch {
            throw Self.error(error, .unknown)
        }
    }

    private static func piece(
        of source: Source,
        from offset: Int
    ) throws(FileFault) -> (bytes: [UInt8], isLast: Bool) {
        switch source {
        case .bytes(let bytes):
            let end = min(offset + pieceCount, bytes.count)
            return (Array(bytes[offset..<end]), end == bytes.count)
        case .file(let open, let file):
            let wanted = min(pieceCount, file.count - offset)
            let bytes = wanted > 0 ? try open.bytes(upTo: wanted) : []
            guard wanted == 0 || !bytes.isEmpty else { throw .changed }
            let isLast = offset + bytes.count == file.count
            // Before the last bytes go out: without them the server has no whole request.
            if isLast { try file.check(open) }
            return (bytes, isLast)
        }
    }

    /// All that is left, in memory.
    /// - Throws: As never sent.
    func rest() throws(TransportError) -> [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(count)
        do throws(TransportError) {
            while let bytes = try next() { all += bytes }
        } catch {
            throw TransportError(progress: .neverSent, reason: error.reason, detail: error.detail)
        }
        return all
    }

    private static func error(_ fault: FileFault, _ progress: TransportError.Progress) -> TransportError {
        TransportError(progress: progress, reason: .unreadableBody, detail: "\(fault)")
    }
}
