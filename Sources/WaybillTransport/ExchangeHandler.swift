#if os(Linux)
import NIOCore
import NIOHTTP1
import WaybillRuntime

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The last handler of a connection: writes one request at a time and collects its answer.
///
/// An exchange that it takes, it ends, exactly once. One that it does not take has not been written: the promise of its
/// write fails.
final class ExchangeHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = Exchange
    typealias OutboundOut = HTTPClientRequestPart

    private struct Running {
        let exchange: Exchange
        var answer: AnswerCollector
        var isWritten = false
    }

    private let idleLimit: TimeAmount
    private var running: Running?
    private var isOver = false
    /// Ends an idle connection; there is none before the first exchange.
    private var expiry: Scheduled<Void>?

    init(idleLimit: TimeAmount) {
        self.idleLimit = idleLimit
    }

    // MARK: Sending

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        expiry?.cancel()
        guard !isOver, running == nil, expiry == nil || !hasInput(context) else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return end(context)
        }
        let exchange = unwrapOutboundIn(data)
        running = Running(
            exchange: exchange,
            answer: AnswerCollector(limit: exchange.limit, isToHead: exchange.head.method == .HEAD)
        )
        promise?.succeed()
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { result in
            switch result {
            case .success: self.running?.isWritten = true
            case .failure(let error): self.fail(context, FailureCause(error))
            }
        }
        context.write(wrapOutboundOut(.head(exchange.head)), promise: nil)
        if !exchange.body.isEmpty {
            let body = context.channel.allocator.buffer(bytes: exchange.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: written)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is ExchangeCancellation else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        promise?.succeed()
        fail(context, FailureCause(.cancelled))
    }

    /// Whether the socket of an idle connection has something to say: its end, or what nobody asked for.
    private func hasInput(_ context: ChannelHandlerContext) -> Bool {
        let operations = context.pipeline.syncOperations
        let found = try? operations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { socket in
            var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            return poll(&polled, 1, 0) != 0
        }
        return found ?? false
    }

    // MARK: Receiving

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isOver else { return }
        switch running?.answer.take(unwrapInboundIn(data)) {
        case .more: break
        case .complete(let response, let isReusable): finish(context, response, isReusable: isReusable)
        case .refused(let reason, let detail): fail(context, FailureCause(reason, detail))
        case nil: end(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(context, FailureCause(error))
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(context, FailureCause(.closed))
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        fail(context, FailureCause(.closed))
    }

    // MARK: Ending

    private func finish(_ context: ChannelHandlerContext, _ response: TransportResponse, isReusable: Bool) {
        guard let ended = running else { return }
        running = nil
        let isReusable = isReusable && ended.isWritten
        if isReusable {
            expiry = context.eventLoop.assumeIsolated().scheduleTask(in: idleLimit) { self.end(context) }
        } else {
            end(context)
        }
        ended.exchange.continuation.resume(returning: .answered(response, isReusable: isReusable))
    }

    private func fail(_ context: ChannelHandlerContext, _ cause: FailureCause) {
        let failed = running
        running = nil
        end(context)
        guard let failed else { return }
        let error = TransportError(cause, partial: failed.answer.partial)
        failed.exchange.continuation.resume(returning: .failed(error))
    }

    private func end(_ context: ChannelHandlerContext) {
        guard !isOver else { return }
        isOver = true
        expiry?.cancel()
        context.close(promise: nil)
    }
}
#endif
