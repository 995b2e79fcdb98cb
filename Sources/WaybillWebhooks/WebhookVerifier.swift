public import HTTPTypes
import Logging
public import WaybillRuntime
@_spi(Generated) import WaybillSigning

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// Tells whether a request comes from the service that holds the secret.
///
/// It looks at the body's bytes as they came: read them before a framework reads JSON out of them. Signatures are
/// compared in constant time.
///
/// Where the service signs no timestamp, a signature says who made the request and not when: a copy that someone has kept
/// passes for as long as the secret is in use. Keeping the ids of events in a ``DeduplicationStore`` for longer than the
/// service repeats them is what catches copies.
public struct WebhookVerifier: Sendable {
    /// The most secrets that one webhook has.
    static let mostSecrets = 5

    let definition: WebhookDefinition
    let clock: RuntimeClock
    let logger: Logger
    let observers: [any Observer]
    let fields: WebhookFields
    let template: WebhookSigningTemplate
    let keys: [KeyedHash]

    /// How far a signed timestamp may lie from the present; nil where the service signs none.
    public let tolerance: Duration?

    /// The largest body that is looked at, in bytes.
    public let bodyLimit: Int

    /// Makes a verifier.
    ///
    /// - Parameters:
    ///   - definition: The webhook, as its spec has it.
    ///   - secrets: One to five secrets; a signature made with any of them holds. They are used as they are: nothing is
    ///     trimmed.
    ///   - configuration: Tolerance, limit, logger and clock.
    /// - Throws: ``ConfigurationError`` where a secret cannot be used, a limit makes no sense or the scheme contradicts
    ///   itself.
    @_spi(Generated)
    public init(
        definition: WebhookDefinition,
        secrets: [String],
        configuration: WebhookConfiguration = WebhookConfiguration()
    ) throws(ConfigurationError) {
        let scheme = definition.scheme
        self.definition = definition
        clock = configuration.clock
        logger = configuration.logger
        observers = configuration.observers
        fields = try WebhookFields(scheme)
        template = try Self.template(scheme)
        tolerance = try Self.tolerance(scheme, configuration.tolerance)
        bodyLimit = configuration.bodyLimit ?? definition.bodyLimit
        if bodyLimit < 1 {
            throw ConfigurationError(option: "configuration.bodyLimit", reason: "must be at least 1")
        }
        keys = try Self.keys(secrets, scheme)
    }

    private static func template(
        _ scheme: WebhookSignatureScheme
    ) throws(ConfigurationError) -> WebhookSigningTemplate {
        guard let template = WebhookSigningTemplate(scheme.signs) else {
            let reason = "must end in {body}, and have no unknown placeholder"
            throw ConfigurationError(option: "scheme.signs", reason: reason)
        }
        if template.placeholders.contains("timestamp") != (scheme.timestamp != nil) {
            throw ConfigurationError(option: "scheme.timestamp", reason: "is required if, and only if, it is signed")
        }
        if template.placeholders.contains("id"), scheme.id == nil {
            throw ConfigurationError(option: "scheme.id", reason: "is signed, and so must come from a header field")
        }
        return template
    }

    private static func tolerance(
        _ scheme: WebhookSignatureScheme,
        _ configured: Duration?
    ) throws(ConfigurationError) -> Duration? {
        guard scheme.timestamp != nil else {
            guard configured == nil, scheme.tolerance == nil else {
                throw ConfigurationError(option: "configuration.tolerance", reason: "needs a timestamp that is signed")
            }
            return nil
        }
        let tolerance = configured ?? scheme.tolerance ?? WebhookSignatureScheme.standardTolerance
        guard tolerance > .zero else {
            throw ConfigurationError(option: "configuration.tolerance", reason: "must be more than zero")
        }
        return tolerance
    }

    private static func keys(
        _ secrets: [String],
        _ scheme: WebhookSignatureScheme
    ) throws(ConfigurationError) -> [KeyedHash] {
        guard (1...mostSecrets).contains(secrets.count) else {
            throw ConfigurationError(option: "secrets", reason: "must be 1 to \(mostSecrets) secrets")
        }
        return try secrets.enumerated().map { index, secret throws(ConfigurationError) in
            if let key = scheme.secret.key(secret) { return KeyedHash(scheme.algorithm, key: key) }
            let reason = scheme.secret.fault(in: secret) ?? "cannot be used"
            throw ConfigurationError(option: "secrets[\(index)]", reason: reason)
        }
    }

    /// Checks a request.
    ///
    /// - Parameters:
    ///   - body: The body's bytes, as they came.
    ///   - headers: All header fields of the request.
    /// - Returns: The body, which is now known to come from the service.
    /// - Throws: ``WebhookError/refused`` whatever it is that does not hold, or ``WebhookError/tooLarge(limit:)``.
    public func verify(body: some Collection<UInt8>, headers: HTTPFields) throws(WebhookError) -> VerifiedPayload {
        guard body.count <= bodyLimit else { throw .tooLarge(limit: bodyLimit) }
        guard let presented = fields.presented(in: headers), isTimely(presented.seconds) else { throw .refused }
        let body = Array(body)
        guard let parts = template.parts(body: body, timestamp: presented.timestamp, id: presented.id),
            let match = match(presented.candidates.map(\.code), signing: parts)
        else { throw .refused }
        return VerifiedPayload(
            body: body,
            signature: String(decoding: presented.candidates[match.candidate].text, as: UTF8.self),
            timestamp: presented.seconds.map { Date(timeIntervalSince1970: Double($0)) },
            id: template.placeholders.contains("id") ? presented.id : nil,
            matchedSecret: match.secret
        )
    }

    private func match(_ codes: [[UInt8]], signing parts: [[UInt8]]) -> (secret: Int, candidate: Int)? {
        for (secret, key) in keys.enumerated() {
            if let candidate = key.firstMatch(among: codes, signing: parts) { return (secret, candidate) }
        }
        return nil
    }

    /// Whether a timestamp lies within the tolerance, in whole seconds of the clock; both ends count.
    private func isTimely(_ seconds: Int64?) -> Bool {
        guard let tolerance else { return true }
        guard let seconds else { return false }
        let (distance, overflow) = clock.timestamp().subtractingReportingOverflow(seconds)
        return !overflow && Duration.seconds(Int128(distance).magnitude) <= tolerance
    }
}

extension WebhookVerifier: CustomStringConvertible, CustomReflectable {
    /// The webhook's name and the number of secrets.
    public var description: String { "\(definition.name)(\(keys.count) secrets)" }

    /// The webhook's name and the number of secrets.
    public var customMirror: Mirror { Mirror(self, children: ["name": definition.name, "secretCount": keys.count]) }
}
