@_spi(Generated) package import WaybillRuntime

/// How a client asks for the tokens that it sends.
package struct ResolvedToken: Sendable {
    package enum Address: Sendable {
        /// Below the client's URL, as operations are.
        case path(TextTemplate)
        case url(TextTemplate)
    }

    /// When a token ends.
    package enum End: Sendable {
        /// So many seconds after the answer, which has the number at this path.
        case seconds(DottedPath)
        /// At the time at this path of the answer.
        case time(DottedPath)
        /// So many milliseconds after the answer.
        case after(Int)
    }

    package let address: Address
    /// The header fields that are sent: templates over the credentials.
    package let headers: [(name: String, value: TextTemplate)]
    /// What is sent in the body, which there is none of without it: templates over the credentials.
    package let fields: [(name: String, value: TextTemplate)]
    /// Whether that is JSON, and not a form.
    package let isJSON: Bool
    /// The user and the password of HTTP Basic.
    package let basic: (user: TextTemplate, password: TextTemplate)?
    /// Where the token stands in the answer.
    package let at: DottedPath
    package let end: End
    /// How long before its end it is replaced, in milliseconds.
    package let margin: Int
    /// The limit of one attempt in milliseconds.
    package let timeout: Int
    /// All attempts, the first one included.
    package let attempts: Int
}

extension ResolvedToken {
    init(_ spec: TokenSpec) {
        address = spec.url.map { .url(TextTemplate($0.value)) } ?? .path(TextTemplate(spec.path?.value ?? "."))
        headers = spec.headers.map { ($0.name.value, TextTemplate($0.value.value)) }
        fields = (spec.form + spec.json).map { ($0.name.value, TextTemplate($0.value.value)) }
        isJSON = !spec.json.isEmpty
        basic = spec.basic.map { (TextTemplate($0.user.value), TextTemplate($0.password.value)) }
        at = DottedPath(spec.at.value)
        end =
            spec.lifetime.map { .after($0.value) } ?? spec.expiresAt.map { .time(DottedPath($0.value)) }
            ?? .seconds(DottedPath(spec.expiresIn?.value ?? "expires_in"))
        margin = spec.margin.value
        timeout = spec.timeout.value
        attempts = spec.attempts.value
    }
}
