#if os(Linux)
import NIOCore
import NIOEmbedded
import NIOHTTP1
@testable import WaybillRuntime
@testable import WaybillTransport

/// What a server sends in answer to one request, piece by piece, before it closes the connection.
struct SentAnswer {
    /// The largest body that is accepted: small, so that inputs reach it.
    private static let limit = 2_048

    private let bytes: [UInt8]
    private let pieceSize: Int
    private let isToHead: Bool
    /// The status of the head that stands before the input; nil where the input is everything.
    private let status: Int?
    /// The body of an answer that is whole.
    private let body: [UInt8]?

    /// Reads an input; nil for one that is too short.
    init?(_ input: [UInt8]) {
        guard input.count >= 3 else { return nil }
        let rest = Array(input.dropFirst(3))
        isToHead = input[0] & 0x80 != 0
        pieceSize = input[1] == 0 ? .max : Int(input[1])
        let status = 200 + Int(input[2]) * 400 / 256
        let head = "HTTP/1.1 \(status) X\r\nContent-Type: application/json\r\n"
        switch input[0] % 4 {
        case 0:
            (self.status, bytes, body) = (nil, rest, nil)
        case 1:
            (self.status, body) = (status, rest)
            bytes = Array("\(head)Content-Length: \(rest.count)\r\n\r\n".utf8) + rest
        case 2:
            (self.status, body) = (status, nil)
            bytes = Array("\(head)Transfer-Encoding: chunked\r\n\r\n".utf8) + rest
        default:
            (self.status, body) = (status, rest)
            bytes = Array("\(head)Connection: close\r\n\r\n".utf8) + rest
        }
    }

    /// Sends a request through the handlers of a real connection, over no socket, and answers it.
    func exchange() async -> ExchangeEnd {
        await withCheckedContinuation { continuation in
            let channel = EmbeddedChannel()
            do {
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHandler(HTTPRequestEncoder())
                try pipeline.addHandler(ByteToMessageHandler(HTTPResponseDecoder()))
                try pipeline.addHandler(ExchangeHandler(idleLimit: .seconds(60)))
                try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).wait()
            } catch {
                return continuation.resume(returning: .unusable)
            }
            let head = HTTPRequestHead(version: .http1_1, method: isToHead ? .HEAD : .POST, uri: "/")
            let exchange = Exchange(head: head, body: [], limit: Self.limit, continuation: continuation)
            channel.writeAndFlush(exchange, promise: nil)
            for start in stride(from: 0, to: bytes.count, by: min(pieceSize, max(1, bytes.count))) {
                let piece = bytes[start...].prefix(pieceSize)
                _ = try? channel.writeInbound(ByteBuffer(bytes: piece))
            }
            _ = try? channel.finish(acceptAlreadyClosed: true)
        }
    }

    /// What does not fit the bytes that were sent.
    func fault(of end: ExchangeEnd) -> String? {
        switch end {
        case .unusable: return "the connection does not take the request"
        case .answered(let response, _): return fault(of: response)
        case .failed(let error):
            guard case .answered(let response) = error.progress else {
                if error.progress == .neverSent { return "what was sent is never sent" }
                return status == nil ? nil : "a head has come, and the answer is \(error.progress)"
            }
            return headFault(response)
        }
    }

    private func fault(of response: TransportResponse) -> String? {
        if let fault = headFault(response) { return fault }
        let isWithoutBody = isToHead || response.status == 204 || response.status == 304
        if isWithoutBody { return response.body.isEmpty ? nil : "an answer that has no body has one" }
        return body == nil || response.body == body ? nil : "another body is read than was sent"
    }

    private func headFault(_ response: TransportResponse) -> String? {
        guard (200...599).contains(response.status) else { return "\(response.status) is no status" }
        if let status, response.status != status { return "\(status) is read as \(response.status)" }
        return response.body.count <= Self.limit ? nil : "a body beyond the limit"
    }
}
#endif
