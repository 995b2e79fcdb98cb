@_spi(Generated) package import WaybillRuntime

extension OperationSpec {
    /// Whether the operation may be sent again; where the spec says nothing, what its method promises (RFC 9110, section
    /// 9.2.2).
    package var resolvedResend: ResendPolicy {
        switch resend?.value {
        case .safe: .safe
        case .keyed: .keyed
        case .documented: .documented
        case .never: .never
        case nil: ["GET", "HEAD", "PUT", "DELETE"].contains(method.value) ? .safe : .never
        }
    }
}
