/// The words that a name of generated code cannot be, or can be only in backticks.
enum ReservedWords {
    /// Swift's reserved words ("The Swift Programming Language", Lexical Structure), and those that are words of the
    /// language where an expression begins.
    static let keywords: Set<String> = [
        "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch", "class",
        "consume", "continue", "copy", "default", "defer", "deinit", "didSet", "discard", "do", "each",
        "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "get", "guard",
        "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup",
        "private", "protocol", "public", "repeat", "rethrows", "return", "self", "set", "static", "struct",
        "subscript", "super", "switch", "then", "throw", "throws", "true", "try", "typealias", "unsafe",
        "var", "where", "while", "willSet", "yield",
    ]

    /// What needs backticks even after a dot.
    static let afterDot: Set<String> = ["Protocol", "Self", "Type", "init", "self"]

    /// What needs backticks as a parameter's name, though not as an argument's label.
    static let asParameter: Set<String> = ["inout", "let", "self", "var"]

    /// Types that generated code names: a definition of the same name would take their place.
    static let types: Set<String> = [
        "APIClient", "APIError", "APIFailure", "APIPages", "APIRequest", "APIResponse", "APIWebhook", "Any",
        "AnyObject", "ArgumentCheckable", "ArgumentChecker", "ArgumentViolation", "Array", "Authentication", "BaseURL",
        "Batch", "BatchFailure", "Bool", "CallOptions", "Cancellation", "CaseIterable", "Character",
        "ClientConfiguration", "ClientCore", "ClientDefinition", "Codable", "Collection", "ConfigurationError",
        "Credential", "CustomStringConvertible", "Data", "Date", "Decimal", "DeduplicationStore", "DefaultTransport",
        "DeliveryCertainty", "Dictionary", "Double", "Duration", "EnvelopePaths", "EnvelopeRule", "Equatable", "Error",
        "ErrorPaths", "ExpiredTimeout", "ExpiredWait", "ExpressibleByArrayLiteral", "ExpressibleByDictionaryLiteral",
        "ExpressibleByStringLiteral", "FailureKind", "FailureReport", "FilledRequest", "Float", "HTTPFields",
        "Hashable", "Hasher", "IdempotencyKeyRule", "InMemoryDeduplicationStore", "Int", "Int64", "InvalidArguments",
        "JSONError", "JSONMembers", "JSONModel", "JSONNumber", "JSONObject", "JSONReader", "JSONType", "JSONValue",
        "JSONWord",
        "JSONWritable", "JSONWriter", "KeyValuePairs", "Logger", "MetadataNames", "NoContent", "OperationDefinition",
        "Optional", "PageReading", "PathValue", "Protocol", "RateLimit", "RateLimitNames", "RawRepresentable",
        "ReceivableEvent", "ReceivedEvent", "ReceivedModel", "RequestFilling", "ResendPolicy", "ResponseMetadata",
        "Result",
        "RetryAfterRule", "RetryPlan", "RetryPolicy", "RetrySchedule", "RuntimeClock", "Self", "Sendable", "Sequence",
        "Set", "SignatureRecipe", "StaticString", "StatusRange", "String", "Substring", "Swift", "Task", "Timeouts",
        "Transport", "TransportError", "TransportFault", "TransportRequest", "TransportResponse", "Type", "UInt8",
        "URL", "UUID", "UndecodableAnswer", "UnrecognizedEvent", "VerifiedPayload", "Void", "Wait",
        "WebhookAcknowledgement", "WebhookConfiguration", "WebhookDefinition", "WebhookDelivery", "WebhookError",
        "WebhookEventName", "WebhookReceiver", "WebhookSecretFormat", "WebhookSignatureScheme", "WebhookTime",
    ]

    /// Properties that every model has; `extra` only where it has no `additionalProperties`.
    static let modelProperties: Set<String> = ["extra", "hashValue", "json"]

    /// Members that an answer has of its own, so that a model that is one cannot have them.
    static let answerProperties: Set<String> = ["http", "value"]

    /// Static members that every set of words has.
    static let wordMembers: Set<String> = ["known", "order"]

    /// Cases of every error enum.
    static let errorCases: Set<String> = [
        "cancelled", "invalidArgument", "timeout", "transport", "undecodable", "unrecognized", "waitTimedOut",
    ]

    /// Members of every client.
    static let clientMembers: Set<String> = [
        "core", "curl", "definition", "fill", "lastRateLimit", "lastRequestID", "resend", "send",
    ]
}
