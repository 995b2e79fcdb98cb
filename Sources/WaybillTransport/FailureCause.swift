#if os(Linux)
import AsyncHTTPClient
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

/// Why a request failed, as an error of AsyncHTTPClient or of a library below it tells.
struct FailureCause {
    let reason: TransportError.Reason
    let detail: String?
    /// Whether such an error can only come before the request was written.
    let isBeforeSending: Bool

    init(_ reason: TransportError.Reason, _ detail: String? = nil, isBeforeSending: Bool = false) {
        self.reason = reason
        self.detail = detail
        self.isBeforeSending = isBeforeSending
    }

    init(_ error: any Error) {
        switch error {
        case is CancellationError: self.init(.cancelled)
        case let error as HTTPClientError: self.init(error)
        case let error as NIOConnectionError: self.init(error)
        case let error as IOError: self.init(error)
        case let error as ChannelError: self.init(error)
        case let error as HTTPParserError: self.init(error)
        case let error as NIOSSLError: self.init(error)
        case let error as NIOSSLExtraError: self.init(error)
        case let error as AnswerViolation: self.init(.protocolViolation, error.detail)
        case is ChannelPipelineError: self.init(.closed, "while connecting", isBeforeSending: true)
        default: self.init(.other, "\(type(of: error))")
        }
    }
}

extension FailureCause {
    private init(_ error: HTTPClientError) {
        switch error {
        case .cancelled: self.init(.cancelled)
        case .connectTimeout, .getConnectionFromPoolTimeout:
            self.init(.connectTimedOut, isBeforeSending: true)
        case .tlsHandshakeTimeout:
            self.init(.connectTimedOut, "the TLS handshake was not finished", isBeforeSending: true)
        case .remoteConnectionClosed: self.init(.closed)
        case .readTimeout, .writeTimeout, .deadlineExceeded, .requestStreamCancelled, .uncleanShutdown:
            self.init(.other, error.shortDescription)
        default:
            // What is left is refused while the request is being prepared. The short description holds no values.
            self.init(.other, error.shortDescription, isBeforeSending: true)
        }
    }

    private init(_ error: NIOConnectionError) {
        guard let failure = error.connectionErrors.last?.error else {
            self.init(.nameNotFound, isBeforeSending: true)
            return
        }
        let cause = FailureCause(failure)
        self.init(cause.reason, cause.detail, isBeforeSending: true)
    }

    private init(_ error: IOError) {
        switch error.errnoCode {
        case ECONNREFUSED: self.init(.refused, isBeforeSending: true)
        case ECONNRESET, EPIPE, ECONNABORTED: self.init(.reset)
        case EADDRNOTAVAIL, EMFILE, ENFILE: self.init(.other, "errno \(error.errnoCode)", isBeforeSending: true)
        default: self.init(.other, "errno \(error.errnoCode)")
        }
    }

    private init(_ error: ChannelError) {
        switch error {
        case .connectTimeout: self.init(.connectTimedOut, isBeforeSending: true)
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
        case .noCertificateToValidate, .unableToValidateCertificate:
            self.init(.certificate, "\(error)", isBeforeSending: true)
        case .uncleanShutdown: self.init(.closed, "the TLS stream was cut off")
        default: self.init(.tls, "\(error)")
        }
    }

    private init(handshake cause: BoringSSLError) {
        // BoringSSL says why only in text: its numbers are not public.
        let text = "\(cause)"
        let reason: TransportError.Reason = text.contains("CERTIFICATE_VERIFY_FAILED") ? .certificate : .tls
        self.init(
            reason,
            reason == .certificate ? "the certificate is not valid" : "the handshake failed",
            isBeforeSending: true
        )
    }

    private init(_ error: NIOSSLExtraError) {
        let isCertificate = [.failedToValidateHostname, .serverHostnameImpossibleToMatch].contains(error)
        self.init(isCertificate ? .certificate : .tls, "\(error)", isBeforeSending: true)
    }
}
#endif
