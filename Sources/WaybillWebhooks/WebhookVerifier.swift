public import HTTPTypes
import Logging
@_spi(Generated) public import WaybillRuntime
@_spi(Generated) import WaybillSigning

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

/// Tells whether a request comes from the service that holds the secret, or the private key.
///
/// It looks at the body's bytes as they came: read them before a framework reads JSON out of them. Codes that are
/// made with a secret are compared in constant time.
///
/// Where the service signs no timestamp, a signature says who made the request and not when: a copy that someone has kept
/// passes for as long as the secret is in use. Keeping the ids of events in a ``DeduplicationStore`` for longer than the
/// service repeats them is what catches copies.
public struct WebhookVerifier: Sendable {
    let definition: WebhookDefinition
    let clock: RuntimeClock
    let logger: Logger
    let observers: [any Observer]
    let fields: WebhookFields
    let template: WebhookSigningTemplate
    let keys: [WebhookKey]
    let batch: WebhookBatchPath?
    let typeHeader: HTTPField.Name?
    let challengeToken: String?
    /// Where an event says its id, and its time.
    let idPath: DottedPath?
    let timePath: DottedPath?
    private(set) var url: String?

    /// How far a signed timestamp may lie from the present; nil where the service signs none.
    public let tolerance: Duration?

    /// The largest body that is looked at, in bytes.
    public let bodyLimit: Int

    /// Makes a verifier.
    ///
    /// - Parameters:
    ///   - definition: The webhook, as its spec has it.
    ///   - secrets: One to five secrets; a signature made with any of them holds. They are used as they are: nothing is
    ///     trimmed. None where there are public keys.
    ///   - publicKeys: One to five public keys, for a scheme that is signed with a private key.
    ///   - url: The URL that the service calls, character by character, for a scheme that signs it.
    ///   - challengeToken: The token by which the service's challenges prove themselves, where they do so.
    ///   - configuration: Tolerance, limit, logger and clock.
    /// - Throws: ``ConfigurationError`` where a secret or a key cannot be used, a limit makes no sense or the scheme contradicts
    ///   itself.
    @_spi(Generated)
    public init(
        definition: WebhookDefinition,
        secrets: [String] = [],
        publicKeys: [String] = [],
        url: String? = nil,
        challengeToken: String? = nil,
        configuration: WebhookConfiguration = WebhookConfiguration()
    ) throws(ConfigurationError) {
        let scheme = definition.scheme
        self.definition = definition
        idPath = if case .field(let path) = definition.deduplication { DottedPath(path) } else { nil }
        timePath = definition.time.map { DottedPath($0.field) }
        clock = configuration.clock
        logger = configuration.logger
        observers = configuration.observers
        fields = try WebhookFields(scheme)
        template = try Self.template(definition)
        self.url = try Self.url(url, template)
        tolerance = try Self.tolerance(scheme, configuration.tolerance)
        bodyLimit = configuration.bodyLimit ?? definition.bodyLimit
        if bodyLimit < 1 {
            throw ConfigurationError(option: "configuration.bodyLimit", reason: "must be at least 1")
        }
        batch = try Self.batch(definition)
        typeHeader = try Self.typeHeader(definition)
        self.challengeToken = try Self.challengeToken(definition, challengeToken)
        keys = try WebhookKey.keys(scheme, secrets: secrets, publicKeys: publicKeys)
    }

    private static func template(
        _ definition: WebhookDefinition
    ) throws(ConfigurationError) -> WebhookSigningTemplate {
        let scheme = definition.scheme
        guard let template = WebhookSigningTemplate(scheme.signs) else {
            let reason = "must end in {body} or {form}, and have no unknown placeholder"
            throw ConfigurationError(option: "scheme.signs", reason: reason)
        }
        if template.placeholders.contains("timestamp") != (scheme.timestamp != nil) {
            throw ConfigurationError(option: "scheme.timestamp", reason: "is required if, and only if, it is signed")
        }
        if template.placeholders.contains("id"), scheme.id == nil {
            throw ConfigurationError(option: "scheme.id", reason: "is signed, and so must come from a header field")
        }
        if template.placeholders.contains("form"), definition.body != .form {
            throw ConfigurationError(option: "scheme.signs", reason: "has {form}, and the body is none")
        }
        return template
    }

    private static func url(
        _ url: String?,
        _ template: WebhookSigningTemplate
    ) throws(ConfigurationError) -> String? {
        guard template.placeholders.contains("url") else { return nil }
        guard let url, WebhookURL.isUsable(url) else {
            let reason = "must be the http or https URL that the service calls, character by character"
            throw ConfigurationError(option: "url", reason: reason)
        }
        return url
    }

    private static func batch(_ definition: WebhookDefinition) throws(ConfigurationError) -> WebhookBatchPath? {
        guard let text = definition.batch else { return nil }
        guard let path = WebhookBatchPath(text), definition.body == .json else {
            throw ConfigurationError(option: "batch", reason: "must lead to a list of JSON")
        }
        return path
    }

    private static func typeHeader(_ definition: WebhookDefinition) throws(ConfigurationError) -> HTTPField.Name? {
        guard let text = definition.typeHeader else { return nil }
        guard let name = HeaderRule.name(text) else {
            throw ConfigurationError(option: "typeHeader", reason: "is no name of a header field")
        }
        return name
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

    /// The same verifier for requests that come under another URL.
    ///
    /// - Throws: ``ConfigurationError`` for what is no URL.
    func at(url: String) throws(ConfigurationError) -> WebhookVerifier {
        var verifier = self
        verifier.url = try Self.url(url, template)
        return verifier
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
        guard isBeyondChallenges(body) else { throw .refused }
        let values = WebhookSignedValues(
            body: body,
            timestamp: presented.timestamp,
            id: presented.id,
            url: url
        )
        guard let parts = template.parts(values),
            let match = match(presented.candidates.map(\.code), signing: parts)
        else { throw .refused }
        let signature = String(decoding: presented.candidates[match.candidate].text, as: UTF8.self)
        return VerifiedPayload(
            body: body,
            signature: signature,
            timestamp: presented.seconds.map { Date(timeIntervalSince1970: Double($0)) },
            id: template.placeholders.contains("id") ? presented.id : nil,
            matchedSecret: match.secret,
            fingerprint: fingerprint(signature, signing: parts)
        )
    }

    private func match(_ codes: [[UInt8]], signing parts: [[UInt8]]) -> (secret: Int, candidate: Int)? {
        for (secret, key) in keys.enumerated() {
            if let candidate = key.firstMatch(among: codes, signing: parts) { return (secret, candidate) }
        }
        return nil
    }

    private func fingerprint(_ signature: String, signing parts: [[UInt8]]) -> String {
        definition.scheme.algorithm.hasTwins ? "sha256:" + SignatureText.text(Digest.sha256(parts), .hex) : signature
    }

    /// What a body says before its event is read.
    func document(_ body: [UInt8]) -> WebhookDocument {
        switch definition.body {
        case .json: WebhookDocument(json: body, asTree: batch != nil)
        case .form: WebhookDocument(form(body), body: body)
        }
    }

    /// The fields of a body; where they are signed by their order, in that order and in no other.
    func form(_ body: [UInt8]) -> WebhookForm? {
        let form = WebhookForm(body)
        return template.placeholders.contains("form") ? form?.sorted : form
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
    /// The webhook's name and the number of secrets or public keys.
    public var description: String { "\(definition.name)(\(keys.count) secrets)" }

    /// The webhook's name and the number of secrets or public keys.
    public var customMirror: Mirror { Mirror(self, children: ["name": definition.name, "secretCount": keys.count]) }
}
