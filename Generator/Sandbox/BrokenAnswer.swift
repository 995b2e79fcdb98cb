import FlyingFox
import FlyingSocks

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Answers that end their connection.
///
/// FlyingFox closes a connection when the body of an answer throws while it is written. It writes the head before the
/// body, and turns what a handler throws into a 500; only an upgrade to WebSocket asks its handler first, so that an
/// upgrade that throws closes the connection without a byte.
enum BrokenAnswer {
    /// No byte of an answer.
    static func none() -> HTTPResponse {
        HTTPResponse(webSocket: RefusedUpgrade())
    }

    /// The head with the whole length, and half of the body.
    static func truncated(_ answer: SandboxAnswer) -> HTTPResponse {
        let bytes = BreakingBytes(bytes: Array(answer.body.prefix(answer.body.count / 2)))
        return answer.response(body: HTTPBodySequence(from: bytes, count: max(answer.body.count, 1)))
    }

    /// The whole answer, after which the connection is closed.
    static func closed(after answer: SandboxAnswer) -> HTTPResponse {
        var answer = answer
        answer.headers.append(("Connection", "close"))
        let bytes = BreakingBytes(bytes: answer.body)
        return answer.response(body: HTTPBodySequence(from: bytes, count: answer.body.count))
    }

    /// Why a connection ends; nobody but FlyingFox sees it.
    private struct Break: Error {}

    private struct RefusedUpgrade: WSHandler {
        func makeFrames(for client: AsyncThrowingStream<WSFrame, any Error>) async throws -> AsyncStream<WSFrame> {
            throw Break()
        }
    }

    /// Bytes after which something fails.
    private struct BreakingBytes: AsyncBufferedSequence {
        typealias Element = UInt8

        let bytes: [UInt8]

        func makeAsyncIterator() -> Iterator { Iterator(rest: bytes[...]) }

        struct Iterator: AsyncBufferedIteratorProtocol {
            var rest: ArraySlice<UInt8>

            mutating func next() async throws -> UInt8? {
                guard let byte = rest.popFirst() else { throw Break() }
                return byte
            }

            mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
                guard !rest.isEmpty else { throw Break() }
                let part = rest.prefix(Swift.max(count, 1))
                rest = rest.dropFirst(part.count)
                return part
            }
        }
    }
}
