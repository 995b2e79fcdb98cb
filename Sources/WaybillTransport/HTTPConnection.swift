#if os(Linux)
import NIOCore
import WaybillRuntime

/// An open connection that carries one exchange at a time.
struct HTTPConnection: Sendable {
    let endpoint: Endpoint
    let channel: any Channel

    /// Sends a request and waits for its end.
    func exchange(_ request: TransportRequest, to url: RequestURL, _ stop: RequestStop) async -> ExchangeEnd {
        await stop.wait {
            await withCheckedContinuation { continuation in
                let exchange = Exchange(
                    head: .init(request, to: url),
                    body: request.body ?? [],
                    reader: request.bodyReader,
                    receiver: request.receiver,
                    limit: request.maxResponseBytes,
                    continuation: continuation
                )
                let taken = channel.eventLoop.makePromise(of: Void.self)
                taken.futureResult.whenFailure { _ in continuation.resume(returning: .unusable) }
                channel.writeAndFlush(exchange, promise: taken)
            }
        } onStop: {
            // Where it comes before the request, it closes the connection, which then takes none.
            channel.triggerUserOutboundEvent(ExchangeCancellation(), promise: nil)
        }
    }

    func close() {
        channel.close(promise: nil)
    }
}
#endif
