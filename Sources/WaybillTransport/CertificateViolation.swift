#if os(Linux)

/// What ``CertificateRule`` refused a certificate for.
struct CertificateViolation: Error {
    let detail: String
}
#endif
