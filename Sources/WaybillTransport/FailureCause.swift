#if os(Linux)
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import WaybillRuntime

#if canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Why a request failed, as an error of NIO or of a library below it tells.
struct FailureCause {
    let reason: TransportError.Reason
    let detail: String?

    init(_ reason: TransportError.Reason, _ detail: String? = nil) {
        self.reason = reason
        self.detail = detail
    }

    init(_ error: any Error) {
        switch error {
        case let error as TransportError: self.init(error.reason, error.detail)
        case is CancellationError: self.init(.cancelled)
        case let error as NIOConnectionError: self.init(error)
        case let error as IOError: self.init(error)
        case let error as ChannelError: self.init(error)
        case let error as HTTPParserError: self.init(error)
        case is NIOHTTPDecoderError, is ByteToMessageDecoderError: self.init(.protocolViolation, "\(type(of: error))")
        case let error as CertificateViolation: self.init(.certificate, error.detail)
        case let error as NIOSSLError: self.init(error)
        case let error as NIOSSLExtraError: self.init(error)
        default: self.init(.other, "\(type(of: error))")
        }
    }
}

extension FailureCause {
    private init(_ error: NIOConnectionError) {
        guard let failure = error.connectionErrors.last?.error else {
            self.init(.nameNotFound)
            return
        }
        self.init(failure)
    }

    private init(_ error: IOError) {
        switch error.errnoCode {
        case ECONNREFUSED: self.init(.refused)
        case ECONNRESET, EPIPE, ECONNABORTED: self.init(.reset)
        default: self.init(.other, "errno \(error.errnoCode)")
        }
    }

    private init(_ error: ChannelError) {
        switch error {
        case .connectTimeout: self.init(.connectTimedOut)
        case .ioOnClosedChannel, .alreadyClosed, .outputClosed, .inputClosed, .eof: self.init(.closed)
        default: self.init(.other, "\(error)")
        }
    }

    private init(_ error: HTTPParserError) {
        switch error {
        case .invalidEOFState, .closedConnection: self.init(.closed)
        default: self.init(.protocolViolation, "\(error)")
        }
    }

    private init(_ error: NIOSSLError) {
        switch error {
        case .handshakeFailed(let cause): self.init(handshake: cause)
        case .noCertificateToValidate, .unableToValidateCertificate: self.init(.certificate, "\(error)")
        case .uncleanShutdown: self.init(.closed, "the TLS stream was cut off")
        default: self.init(.tls, "\(error)")
        }
    }

    private init(handshake cause: BoringSSLError) {
        // BoringSSL says why only in text: its numbers are not public.
        let isCertificate = "\(cause)".contains("CERTIFICATE_VERIFY_FAILED")
        self.init(
            isCertificate ? .certificate : .tls,
            isCertificate ? "the certificate is not valid" : "the handshake failed"
        )
    }

    private init(_ error: NIOSSLExtraError) {
        let isCertificate = [.failedToValidateHostname, .serverHostnameImpossibleToMatch].contains(error)
        self.init(isCertificate ? .certificate : .tls, "\(error)")
    }
}
#endif
