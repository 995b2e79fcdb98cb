/// Names that have been a name of something else before the spec's author thought of them.
enum HostileNames {
    /// What the names of one kind are taken from.
    static func all(_ kind: RandomSpec.NameKind) -> [String] {
        switch kind {
        case .type: types
        case .resource, .member: members + keywords
        case .wire: members + keywords + wire + types
        }
    }

    /// Swift's words, those that are words only somewhere, and attributes.
    private static let keywords = words(
        """
        Any Protocol Self Type actor any as associatedtype associativity async autoclosure await borrowing break case \
        catch class consume consuming continue convenience convention copy default defer deinit didSet discard \
        distributed do dynamic each else enum escaping extension fallthrough false fileprivate final for func get \
        guard higherThan if import in indirect infix init inout internal is isolated lazy left let lowerThan macro \
        mutating nil none nonisolated nonmutating open operator optional override package postfix precedence \
        precedencegroup prefix private protocol public reasync repeat required rethrows return right self sending set \
        some static struct subscript super switch then throw throws transferring true try typealias typed unowned \
        unsafe var weak where while willSet yield _ attached available MainActor discardableResult escaping inlinable \
        main nonexhaustive objc testable usableFromInline
        """
    )

    /// Types and protocols of the standard library, of Foundation, of the runtime, of the test library and of what is
    /// generated, and plausible names of models among them.
    private static let types = words(
        """
        Actor AllCases Any AnyObject Array ArrayLiteralElement Bool CaseIterable Character Codable CodingKey Collection \
        Comparable CustomStringConvertible Decodable Decoder Dictionary Double Duration Element Encodable Encoder \
        Equatable Error ExpressibleByArrayLiteral ExpressibleByDictionaryLiteral ExpressibleByStringLiteral Float \
        Hashable Hasher Identifiable Index Int Int64 Iterator Key KeyPath KeyValuePairs Never Optional Range RawRepresentable \
        RawValue Result IntegerLiteralType FloatLiteralType BooleanLiteralType Self Sendable Sequence Set StaticString StaticBigInt String StringLiteralType Substring Swift \
        Task Type Protocol UInt8 Value Void Element Wrapped Clock Instant Regex Locale Mirror \
        Bundle Calendar Data Date DateFormatter Decimal Foundation FoundationEssentials Measurement Notification Process \
        Thread Timer URL URLRequest UUID Unit HTTPFields HTTPField HTTPRequest HTTPTypes Logger Logging Crypto \
        APIClient APIError APIFailure APIPages APIRequest APIResponse APIBatchWebhook APIWebhook ArgumentCheckable \
        ArgumentChecker \
        Authentication BaseURL Batch BatchFailure CallOptions Cancellation ClientConfiguration ClientCore \
        ClientDefinition ConfigurationError Credential DefaultTransport EnvelopePaths ErrorPaths ExpiredTimeout \
        ExpiredWait FailureReport IdempotencyKeyRule InvalidArguments JSONMembers JSONModel JSONObject JSONReader \
        JSONValue JSONWord JSONWriter MetadataNames NoContent OperationDefinition PageReading PathValue RateLimit \
        RateLimitNames ReceivableEvent ReceivedEvent ReceivedModel RequestFilling RetryAfterRule RetryPlan RetryPolicy \
        SignatureRecipe Timeouts Transport TransportFault UndecodableAnswer UnrecognizedEvent Wait WaybillJSON \
        WaybillRuntime WaybillWebhooks WebhookAcknowledgement WebhookConfiguration WebhookDefinition WebhookDelivery \
        ChallengedWebhook WebhookAnswer WebhookChallenge WebhookError WebhookEventName WebhookReceiver \
        WebhookSignatureScheme WebhookTime \
        Test Suite Testing Issue Tag Trait Comment Confirmation SourceLocation WireExchange WireComparison ManualClock \
        StubTransport WaybillTesting XCTest \
        Account Answer Client Code Details Event Exports Failure Field Item Job Media Message Model Object Page Pages \
        Paths Payload Query Request Response Server Shape State Status Template Token Union User Webhook Word
        """
    )

    /// Members of the protocols that generated types have, and names of arguments, locals and properties in generated code.
    private static let members = words(
        """
        acknowledgement additionalProperties advances allCases answer answered answerFault arguments array at attempts \
        baseURL batch body bool cancelled check checker client clientCore clock clockSkew code configuration context core \
        count credentials curl data date debugDescription decode decimal defaultTransport definition delivery \
        description details dictionaryLiteral element elements else_ encode encodeMembers endpoint error event exchange \
        expect extra extras failure fetch field fields fill filling first hash hashValue hasFailed hasMore headers http \
        id idempotencyKey identifier init_ int invalidArgument isCancellation isFinal isGiven item items itself json \
        kind key keyOf keys keysOf known last lastRateLimit lastRequestID list localizedDescription location lookup map \
        mark member members message meta method model name names next now object objectValue offset one oneDefinition \
        one_definition options order other others page pages path paths payload places polling previous process query \
        rateLimit rawValue raw_value read reader reading receive receiver refuse replaced report request requestFault \
        requestID resend response result retryAfter secret secrets send sent server shape showing sign signature size \
        start status string stringLiteral subject tag tagged text timeout timestamp timeoutInterval total transport \
        type types undecodable unrecognized unrecognizedEvent until url value values version waitTimedOut webhook word \
        words write writer zip min max print abs a_b aB a__b one_all oneAll name2 nameOther ownReader own_reader \
        string int64 date_ set_ any sendable hashable collection data_ logger wireExchange vector1 vector_1 issue test
        """
    )

    /// What only a name on the wire can be.
    private static let wire = [
        "", " ", "-", "--x", "1", "24h", "007", "1.5", "+1", "-1", "$ref", "@id", "#", "a b", "a.b", "a/b", "a-b",
        "A_B",
        "A.B", "_", "__", "_id", "id_", "é", "E\u{301}", "名前", "имя", "а", "ａ", "ﬁ", "ß", "İ", "ı", "ſ", "🚀", "👨‍👩‍👧",
        "a🚀", "==", "<=>", "+", "*", "true", "null", "~", "No", "x\u{200B}y", "\u{202E}evil", "`self`", "\"", "\\",
        "\\(x)",
        "{x}", "%", "a\tb", "ID", "Id", "iD", "URL", "uRL", "__typename", "snake_case", "SCREAMING_CASE",
        String(repeating: "long", count: 15), String(repeating: "long_", count: 40), "²", "½", "Ⅷ", "٣", "x٣", "·",
        "ª", "\u{1F1E6}", "\u{FE0F}", "\u{E000}", "ñ", "n\u{303}", "K", "Å",
    ]

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }
}
