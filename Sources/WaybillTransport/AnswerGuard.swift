#if os(Linux)
import NIOCore
import NIOHTTP1

/// Refuses answers that would stop the process, between the parser and AsyncHTTPClient.
///
/// NIO's parser lets a status such as 099 pass. AsyncHTTPClient (1.37) takes a head below 200 for an informational one
/// and waits for the next; a body that follows trips one of its preconditions, so that any server could end the process.
/// A switch of protocols, which is never asked for, is refused too.
final class AnswerGuard: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    private enum State {
        case waitingForHead
        case receivingBody
        case refused
    }

    private var state = State.waitingForHead

    /// Puts a guard behind the parser of a connection that AsyncHTTPClient has just made.
    static func install(in channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try pipeline.addHandler(AnswerGuard(), position: .after(parser))
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let violation = violation(in: unwrapInboundIn(data)) {
            state = .refused
            context.fireErrorCaught(violation)
            context.close(promise: nil)
        } else if state != .refused {
            context.fireChannelRead(data)
        }
    }

    private func violation(in part: HTTPClientResponsePart) -> AnswerViolation? {
        switch (state, part) {
        case (.refused, _): return nil
        case (.waitingForHead, .head(let head)): return violation(status: Int(head.status.code))
        case (.waitingForHead, .body), (.waitingForHead, .end): return AnswerViolation(detail: "a body without a head")
        case (.receivingBody, .head): return AnswerViolation(detail: "a head inside a body")
        case (.receivingBody, .body): return nil
        case (.receivingBody, .end):
            state = .waitingForHead
            return nil
        }
    }

    private func violation(status: Int) -> AnswerViolation? {
        switch status {
        case 101: return AnswerViolation(detail: "a switch of protocols that was not asked for")
        case 100...199: return nil
        case 200...599:
            state = .receivingBody
            return nil
        default: return AnswerViolation(detail: "\(status) is not an HTTP status")
        }
    }
}
#endif
