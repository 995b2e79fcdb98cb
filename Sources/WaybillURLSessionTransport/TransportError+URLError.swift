import Foundation
import WaybillRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension TransportError {
    /// Says in the runtime's words why a task failed.
    ///
    /// On Linux most failures have one code that says nothing; what is not known counts as possibly received.
    init(_ error: any Error) {
        guard let error = error as? URLError else {
            self.init(progress: .unknown, reason: .other, detail: "\(type(of: error))")
            return
        }
        let (progress, reason) = Self.meaning(of: error.code)
        self.init(progress: progress, reason: reason, detail: "URLError \(error.code.rawValue)")
    }

    private static func meaning(of code: URLError.Code) -> (Progress, Reason) {
        switch code {
        case .cannotFindHost, .dnsLookupFailed: (.neverSent, .nameNotFound)
        case .cannotConnectToHost: (.neverSent, .refused)
        case .secureConnectionFailed: (.neverSent, .tls)
        case .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid, .clientCertificateRejected, .clientCertificateRequired:
            (.neverSent, .certificate)
        case .notConnectedToInternet, .appTransportSecurityRequiresSecureConnection: (.neverSent, .other)
        case .networkConnectionLost: (.unknown, .closed)
        case .badServerResponse: (.unknown, badResponse)
        case .cannotParseResponse, .cannotDecodeRawData: (.unknown, .protocolViolation)
        case .cancelled: (.unknown, .cancelled)
        default: (.unknown, .other)
        }
    }

    /// FoundationNetworking speaks of a bad response where none came.
    #if canImport(FoundationNetworking)
    private static let badResponse = Reason.closed
    #else
    private static let badResponse = Reason.protocolViolation
    #endif
}
