package import SpecYAML
@_spi(Generated) package import WaybillRuntime

/// Operations that belong together.
package struct ResolvedResource: Sendable {
    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// The operations, in the spec's order.
    package let operations: [ResolvedOperation]
    /// The operations that poll another one.
    package let waiters: [ResolvedWaiter]
    /// What of it is no published fact.
    package let certainty: [Certainty]
}

/// One operation: a request and its answer.
package struct ResolvedOperation: Sendable {
    package enum Key: Sendable, Hashable {
        case none
        case header(String, make: String, maxLength: Int)
        /// In this field of the body, which makes its own.
        case field(DottedPath)
    }

    /// Resource and name, such as `messages.send`.
    package let id: String
    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// What else a reader must know.
    package let notes: String?
    /// Whether callers should move away from it, and to what.
    package let deprecated: String?
    /// The method: `GET`, `POST` and so on.
    package let method: String
    /// The path: from the root (`/x/{y}`), the client's URL itself (`.`), below it (`./{y}`) or beside it (`../x`).
    package let path: TextTemplate
    /// The name of the host that it is sent to; nil: the client's own.
    package let host: String?
    /// Whether what authenticates goes out with it, where its host gets that at all.
    package let isAuthenticated: Bool
    /// Whether the client's user can give another path.
    package let isOverridable: Bool
    package let success: Int
    /// Whether it may be sent again.
    package let resend: ResendPolicy
    /// Why it may, where the vendor says so.
    package let because: String?
    package let key: Key
    /// How long the server knows a key, in milliseconds; nil where the spec does not say.
    package let keyLifetime: Int?
    /// The windows of its own rate; none where it is under the API's.
    package let rates: [ResolvedRate]
    /// The arguments in their order in Swift.
    package let parameters: [ResolvedParameter]
    /// What the query has, constants included.
    package let query: [ResolvedMember]
    /// What the header fields have, constants included.
    package let headers: [ResolvedMember]
    package let body: RequestBody
    /// Where the answer has its value.
    package let envelope: ResolvedEnvelope
    /// Whether that is the API's own envelope, and not one of the operation's.
    package let inheritsEnvelope: Bool
    /// How the answers follow each other as pages.
    package let pages: ResolvedPages?
    /// The type of the answer's value; nil where there is none, or where it is no JSON.
    package let answer: ResolvedType?
    /// What the answer is that is no JSON.
    package let rawAnswer: RawAnswer?
    /// The media type that the spec has it ask for.
    package let accept: String?
    /// The largest body of an answer in bytes; nil: the client's.
    package let answerLimit: Int?
    /// Whether callers can name the version that they have, and 304 is an answer.
    package let revalidates: Bool
    /// The header fields of its answers that have a type in Swift.
    package let answerHeaders: [ResolvedAnswerHeader]
    /// The failures that the server is known to answer with.
    package let failures: [ResolvedErrorCase]
    /// The same call in other languages.
    package let like: [(language: String, call: String)]
    /// Requests and answers as they look on the wire.
    package let examples: [ResolvedExample]
    package let sandbox: ResolvedBehaviour?
    /// What of it is no published fact, its key and pages included.
    package let certainty: [Certainty]

    /// What its documentation says below the summary, in Swift and on the page.
    package var remarks: [String] { [notes, rateText.map { "Rate: \($0)" }].compactMap(\.self) }

    /// Whether a success brings a value.
    package var hasAnswer: Bool { answer != nil || rawAnswer != nil }

    package func parameters(in place: ResolvedParameter.Place) -> [ResolvedField] {
        parameters.filter { $0.place == place }.map(\.field)
    }
}

/// An operation that polls another one.
package struct ResolvedWaiter: Sendable {
    /// Resource and name.
    package let id: String
    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// What else a reader must know.
    package let notes: String?
    package let polled: ResolvedOperation
    /// The predicate of the answer that ends the wait.
    package let until: ResolvedPredicate
    /// The field of the answer that the error shows as the last status.
    package let status: ResolvedField?
    /// The time between two polls in milliseconds.
    package let interval: Int
    /// The time after which it gives up, in milliseconds.
    package let timeout: Int
    /// What of it is no published fact.
    package let certainty: [Certainty]
}
