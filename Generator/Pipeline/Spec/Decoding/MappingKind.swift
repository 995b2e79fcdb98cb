/// The kinds of mapping whose keys the dialect fixes; mappings of free names (`models`, `fields`) are none.
public enum MappingKind: String, Sendable, CaseIterable {
    case api
    case client
    case clientParameter
    case url
    case auth
    case credential
    case signature
    case vector
    case metadata
    case rateLimitHeaders
    case rate
    case timeouts
    case retry
    case tableDelay
    case linearDelay
    case exponentialDelay
    case retryAfter
    case errors
    case errorField
    case errorCode
    case errorCase
    case apiSandbox
    case sandboxErrors
    case resource
    case definitions
    case operation
    case idempotencyKey
    case pages
    case field
    case example
    case operationSandbox
    case store
    case load
    case `repeat`
    case each
    case waiter
    case model
    case comparison
    case lookup
    case `enum`
    case enumValue
    case union
    case unionTag
    case unionField
    case unionCase
    case webhook
    case webhookSecret
    case webhookSignature
    case webhookHeader
    case webhookID
    case webhookTimestamp
    case webhookDeduplication
    case webhookTime
    case webhookVector
    case webhookExample

    /// The kind as messages name it, with its article.
    var title: String {
        switch self {
        case .api: "api.yaml"
        case .client: "a client"
        case .clientParameter: "a client's parameter"
        case .url: "a client's 'url'"
        case .auth: "'auth'"
        case .credential: "a credential"
        case .signature: "'signature'"
        case .vector: "a vector"
        case .metadata: "'metadata'"
        case .rateLimitHeaders: "'rateLimit'"
        case .rate: "'rate'"
        case .timeouts: "'timeouts'"
        case .retry: "'retry'"
        case .tableDelay, .linearDelay, .exponentialDelay: "'delay'"
        case .retryAfter: "'retryAfter'"
        case .errors: "'errors'"
        case .errorField: "a field of errors"
        case .errorCode: "an error code"
        case .errorCase: "an error case"
        case .apiSandbox: "the API's 'sandbox'"
        case .sandboxErrors: "the sandbox's 'errors'"
        case .resource: "a resource's file"
        case .definitions: "a file of definitions"
        case .operation: "an operation"
        case .idempotencyKey: "'idempotencyKey'"
        case .pages: "'pages'"
        case .field: "a field"
        case .example: "an example"
        case .operationSandbox: "an operation's 'sandbox'"
        case .store: "'store'"
        case .load: "'load'"
        case .repeat: "'repeat'"
        case .each: "'each'"
        case .waiter: "a waiter"
        case .model: "a model"
        case .comparison: "a comparison"
        case .lookup: "a look-up"
        case .enum: "an enum"
        case .enumValue: "an enum's word"
        case .union: "a union"
        case .unionTag, .unionField: "a union's 'by'"
        case .unionCase: "a union's case"
        case .webhook, .webhookSecret, .webhookSignature, .webhookHeader, .webhookID, .webhookTimestamp,
            .webhookDeduplication, .webhookTime, .webhookVector, .webhookExample:
            webhookTitle
        }
    }

    private var webhookTitle: String {
        switch self {
        case .webhook: "a webhook"
        case .webhookSecret: "a webhook's 'secret'"
        case .webhookSignature: "a webhook's 'signature'"
        case .webhookHeader: "the signature's 'header'"
        case .webhookID: "a webhook's 'id'"
        case .webhookTimestamp: "a webhook's 'timestamp'"
        case .webhookDeduplication: "'deduplicate'"
        case .webhookTime: "'time'"
        case .webhookVector: "a webhook's vector"
        default: "a webhook's example"
        }
    }
}
