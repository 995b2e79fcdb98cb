#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Date
#else
public import struct Foundation.Date
#endif

/// The body of a request whose signature holds.
///
/// Only a verifier makes one, so that a function that takes one cannot be given anything else.
public struct VerifiedPayload: Sendable {
    /// The body, as it came.
    public let body: [UInt8]

    /// The signature that held, as it came but for what the header field puts around it.
    public let signature: String

    /// When the request was signed; nil where the service signs no timestamp.
    ///
    /// Without one a copy of the request is as good as the request itself for as long as the secret is in use: the
    /// signature alone does not keep anyone from sending it again. Claim each event in a ``DeduplicationStore``.
    public let timestamp: Date?

    /// The id that was signed; nil where the service signs none.
    public let id: String?

    /// The position of the secret, or of the public key, that the signature goes with, among those that the webhook was made
    /// with.
    public let matchedSecret: Int

    /// What copies are known by where there is no id: the signature, or where one message has several, a digest of what it
    /// signs.
    let fingerprint: String

    init(
        body: [UInt8],
        signature: String,
        timestamp: Date?,
        id: String?,
        matchedSecret: Int,
        fingerprint: String
    ) {
        self.body = body
        self.signature = signature
        self.timestamp = timestamp
        self.id = id
        self.matchedSecret = matchedSecret
        self.fingerprint = fingerprint
    }
}

extension VerifiedPayload: CustomStringConvertible, CustomReflectable {
    /// The body's size and nothing of what stands in it, which may be people's data.
    public var description: String { "VerifiedPayload(\(body.count) bytes)" }

    /// The body's size and which secret matched.
    public var customMirror: Mirror {
        Mirror(self, children: ["byteCount": body.count, "matchedSecret": matchedSecret])
    }
}
