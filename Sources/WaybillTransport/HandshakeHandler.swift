#if os(Linux)
import NIOCore
import NIOSSL
import NIOTLS

/// Waits for the end of a TLS handshake, behind the handler that does it, and looks at the certificate then.
///
/// Nothing is written before ``ready`` has succeeded, so a certificate that is refused here has not seen a byte of a request.
final class HandshakeHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let rule: CertificateRule
    private let ready: EventLoopPromise<Void>
    private var isOver = false

    init(rule: CertificateRule, ready: EventLoopPromise<Void>) {
        self.rule = rule
        self.ready = ready
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if !isOver, case .handshakeCompleted = event as? TLSUserEvent {
            end(
                context,
                Result { try rule.check(context.pipeline.syncOperations.nioSSL_peerCertificate()) }
            )
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard isOver else { return end(context, .failure(error)) }
        context.fireErrorCaught(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(context, .failure(ChannelError.eof))
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end(context, .failure(ChannelError.eof))
    }

    private func end(_ context: ChannelHandlerContext, _ result: Result<Void, any Error>) {
        guard !isOver else { return }
        isOver = true
        ready.completeWith(result)
        if case .failure = result { context.close(promise: nil) }
    }
}
#endif
