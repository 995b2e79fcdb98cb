/// The table of the dialect: which keys each kind of mapping has, and which of them it must have.
///
/// The decoder refuses what is not in here, and a test compares it with the reference in `spec/README.md`.
public enum DialectKeys {
    /// One key of a kind of mapping.
    public struct Key: Sendable, Hashable {
        /// The key as it is written.
        public let name: String
        /// Whether the mapping is incomplete without it.
        public let isRequired: Bool
    }

    /// The keys of a kind, in the order of the reference.
    public static func keys(of kind: MappingKind) -> [Key] {
        words(of: kind).split(separator: " ").map { word in
            Key(name: word.hasSuffix("!") ? String(word.dropLast()) : String(word), isRequired: word.hasSuffix("!"))
        }
    }

    // A key with `!` is required.
    private static func words(of kind: MappingKind) -> String {
        switch kind {
        case .api, .client, .clientParameter, .url, .auth, .credential, .signature, .vector: apiWords(of: kind)
        case .metadata, .rateLimitHeaders, .rate, .timeouts, .retry, .tableDelay, .linearDelay, .exponentialDelay,
            .retryAfter, .errors, .errorField, .errorCode, .errorCase:
            behaviourWords(of: kind)
        case .apiSandbox, .sandboxErrors, .operationSandbox, .store, .load, .repeat, .each: sandboxWords(of: kind)
        case .resource, .operation, .idempotencyKey, .pages, .field, .example, .waiter: operationWords(of: kind)
        case .definitions, .model, .comparison, .lookup, .enum, .enumValue, .union, .unionTag, .unionField,
            .unionCase:
            definitionWords(of: kind)
        case .webhook, .webhookSecret, .webhookSignature, .webhookHeader, .webhookID, .webhookTimestamp,
            .webhookDeduplication, .webhookTime, .webhookVector, .webhookExample:
            webhookWords(of: kind)
        }
    }

    private static func apiWords(of kind: MappingKind) -> String {
        switch kind {
        case .api:
            "waybill! api! about notes docs clients! envelope metadata rate timeouts retry errors webhooks models "
                + "enums unions sandbox"
        case .client: "about servers url parameters basePath auth! options resources!"
        case .clientParameter: "about name"
        case .url: "argument! about suffix example!"
        case .auth: "credentials signature headers vectors"
        case .credential: "about looksLike default"
        case .signature: "algorithm! key! signs! encoding!"
        default: "timestamp body bodyHex signature!"
        }
    }

    private static func behaviourWords(of kind: MappingKind) -> String {
        switch kind {
        case .metadata: "requestID rateLimit replayed"
        case .rateLimitHeaders: "limit remaining"
        case .rate: "limit! per! about"
        case .timeouts: "connect attempt call"
        case .retry: "attempts on delay retryAfter"
        case .tableDelay: "table! jitter"
        case .linearDelay: "linear!"
        case .exponentialDelay: "exponential! factor cap! jitter"
        case .retryAfter: "on! cap! jitter"
        case .errors: "message code details fields codes cases"
        case .errorField: "type! at! about name"
        case .errorCode: "status about name"
        default: "code status details about name"
        }
    }

    private static func sandboxWords(of kind: MappingKind) -> String {
        switch kind {
        case .apiSandbox: "credentials errors"
        case .sandboxErrors: "unauthenticated malformed invalid notFound idempotencyConflict rateLimited"
        case .operationSandbox: "store load repeat each set"
        case .store: "in! as! moves"
        case .load: "from! as!"
        case .repeat: "status! set"
        default: "over! into! item! store"
        }
    }

    private static func operationWords(of kind: MappingKind) -> String {
        switch kind {
        case .resource: "resource! about operations waiters models enums unions"
        case .operation:
            "about notes deprecated http! overridable success resend because idempotencyKey arguments path query "
                + "headers body envelope pages returns throws like examples sandbox"
        case .idempotencyKey: "header field make maxLength"
        case .pages: "items! page! size hasMore total carry"
        case .field:
            "type about name keys always default make filled lenient spread label among min max pattern minLength maxLength "
                + "minItems maxItems notBlank"
        case .example: "about arguments request status! response"
        default: "about notes poll! until! shows every! timeout!"
        }
    }

    private static func definitionWords(of kind: MappingKind) -> String {
        switch kind {
        case .definitions: "webhooks models enums unions"
        case .model: "about notes free fields! predicates lookups"
        case .comparison: "equals prefix ignoringCase"
        case .lookup: "in! by!"
        case .enum: "about values! order final"
        case .enumValue: "about name"
        case .union: "about by! cases!"
        case .unionTag: "tag!"
        case .unionField: "field! absent normalise"
        default: "type! about at has tag name"
        }
    }

    private static func webhookWords(of kind: MappingKind) -> String {
        switch kind {
        case .webhook:
            "about notes secret signature! id timestamp tolerance deduplicate! time keepFor acknowledge! refuse! event! "
                + "bodyLimit vectors examples"
        case .webhookSecret: "about looksLike encoding prefix"
        case .webhookSignature: "algorithm! encoding! signs! header!"
        case .webhookHeader: "name! value separator"
        case .webhookID: "header!"
        case .webhookTimestamp: "header in value"
        case .webhookDeduplication: "field header"
        case .webhookTime: "field! type!"
        case .webhookVector: "secret! body bodyHex bodyBase64 timestamp id signature!"
        default: "about body!"
        }
    }
}
