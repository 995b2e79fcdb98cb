/// How a client asks for the tokens that it sends, as its spec has it: OAuth 2.0 client credentials (RFC 6749, section 4.4)
/// and what is like them.
@_spi(Generated)
public struct TokenRecipe: Sendable {
    /// Where a token is asked for.
    public enum Address: Sendable, Hashable {
        /// Below the client's URL, as operations are.
        case path(String)
        /// Anywhere.
        case url(String)
    }

    /// How the fields of the request are written.
    public enum Encoding: Sendable, Hashable {
        /// As `application/x-www-form-urlencoded`.
        case form
        /// As an object of JSON whose members are texts.
        case json
    }

    /// When a token ends.
    public enum End: Sendable, Hashable {
        /// So many seconds after the answer, as this path of the answer says.
        case seconds(String)
        /// At a time that stands at this path of the answer: RFC 3339, or seconds or milliseconds since 1970.
        case time(String)
        /// So long after the answer.
        case after(Duration)
    }

    /// Where a token is asked for; placeholders are credentials, each one segment of a path.
    public let address: Address
    /// The header fields of the request: templates over the credentials and `{jwt}`.
    ///
    /// `Accept` is `application/json` unless it is among them.
    public let headers: KeyValuePairs<String, String>
    /// The fields of the request's body: templates over the credentials and `{jwt}`; without any it has no body.
    public let fields: KeyValuePairs<String, String>
    /// How they are written.
    public let encoding: Encoding
    /// The user and the password of HTTP Basic, templates over the credentials; nil: none is sent.
    public let basic: (user: String, password: String)?
    /// The path in the answer at which the token stands.
    public let token: String
    /// When a token ends.
    public let end: End
    /// How long before its end a token is replaced; never more than half of its life.
    public let margin: Duration
    /// The limit of one attempt to get a token.
    public let timeout: Duration
    /// How often it is tried, the first time included.
    public let attempts: Int

    /// Makes a recipe; the defaults are those of a spec that says nothing.
    public init(
        _ address: Address,
        headers: KeyValuePairs<String, String> = [:],
        fields: KeyValuePairs<String, String> = [:],
        encoding: Encoding = .form,
        basic: (user: String, password: String)? = nil,
        token: String = "access_token",
        end: End = .seconds("expires_in"),
        margin: Duration = .seconds(60),
        timeout: Duration = .seconds(10),
        attempts: Int = 3
    ) {
        self.address = address
        self.headers = headers
        self.fields = fields
        self.encoding = encoding
        self.basic = basic
        self.token = token
        self.end = end
        self.margin = margin
        self.timeout = timeout
        self.attempts = attempts
    }
}
