#if os(Linux)
import NIOCore
import NIOHTTP1
import NIOPosix
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
        /// What came for the receiver while it takes what came before.
        var pending: [UInt8] = []
        /// Hands a piece to the receiver; nil where none is on its way.
        var handing: Task<Void, Never>?
        /// The answer, which is complete once the receiver has all of it.
        var end: (response: TransportResponse, isReusable: Bool)?
    }

    private let idleLimit: TimeAmount
    private var running: Running?
    private var isOver = false
    /// Which exchange is running: what belongs to an earlier one is dropped.
    private var number = 0
    /// Whether the socket is not read until the receiver has taken what came.
    private var isReadHeld = false
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
        number += 1
        running = Running(
            exchange: exchange,
            answer: AnswerCollector(
                limit: exchange.limit,
                isToHead: exchange.head.method == .HEAD,
                receiver: exchange.receiver
            )
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
        if let reader = exchange.reader { return write(context, reader, written) }
        if !exchange.body.isEmpty {
            let body = context.channel.allocator.buffer(bytes: exchange.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: written)
    }

    /// Writes a body piece by piece: the next is read when the one before has been written.
    private func write(_ context: ChannelHandlerContext, _ reader: BodyReader, _ written: EventLoopPromise<Void>) {
        let number = number
        let next = NIOThreadPool.singleton.runIfActive(eventLoop: context.eventLoop) { try reader.next() }
        next.assumeIsolated().whenComplete { result in
            guard self.number == number, self.running != nil else {
                return written.fail(ChannelError.ioOnClosedChannel)
            }
            switch result {
            case .success(nil): context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: written)
            case .failure(let error): written.fail(error)
            case .success(let bytes?):
                let body = context.channel.allocator.buffer(bytes: bytes)
                let piece = context.eventLoop.makePromise(of: Void.self)
                piece.futureResult.assumeIsolated().whenComplete { result in
                    switch result {
                    case .success: self.write(context, reader, written)
                    case .failure(let error): written.fail(error)
                    }
                }
                context.writeAndFlush(self.wrapOutboundOut(.body(.byteBuffer(body))), promise: piece)
            }
        }
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
        // Nobody asked for what comes behind a whole answer.
        guard running?.end == nil else { return end(context) }
        switch running?.answer.take(unwrapInboundIn(data)) {
        case .more: break
        case .piece(let bytes): hand(context, bytes)
        case .complete(let response, let isReusable) where running?.handing != nil:
            running?.end = (response, isReusable)
        case .complete(let response, let isReusable): finish(context, response, isReusable: isReusable)
        case .refused(let reason, let detail): fail(context, FailureCause(reason, detail))
        case nil: end(context)
        }
    }

    func read(context: ChannelHandlerContext) {
        isReadHeld = running?.handing != nil
        if !isReadHeld { context.read() }
    }

    /// Hands bytes to the receiver, behind those that it is taking.
    private func hand(_ context: ChannelHandlerContext, _ bytes: [UInt8]) {
        running?.pending += bytes
        if running?.handing == nil { handNext(context) }
    }

    private func handNext(_ context: ChannelHandlerContext) {
        guard let bytes = running?.pending, let receiver = running?.exchange.receiver else { return }
        running?.handing = nil
        guard !bytes.isEmpty else {
            if isReadHeld { read(context: context) }
            guard let end = running?.end else { return }
            return finish(context, end.response, isReusable: end.isReusable && !isOver)
        }
        running?.pending = []
        let number = number
        let taken = context.eventLoop.makePromise(of: Void.self)
        taken.futureResult.assumeIsolated().whenComplete { result in
            guard self.number == number, self.running != nil else { return }
            switch result {
            case .success: self.handNext(context)
            case .failure(let error): self.fail(context, FailureCause(error))
            }
        }
        running?.handing = taken.completeWithTask { try await receiver.receive(bytes) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        lose(context, FailureCause(error))
    }

    func channelInactive(context: ChannelHandlerContext) {
        lose(context, FailureCause(.closed))
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        lose(context, FailureCause(.closed))
    }

    /// Ends the connection, and fails its exchange unless all of the answer is here.
    private func lose(_ context: ChannelHandlerContext, _ cause: FailureCause) {
        running?.end == nil ? fail(context, cause) : end(context)
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
        failed.handing?.cancel()
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
