/// How an API knows its callers.
@_spi(Generated)
public struct Authentication: Sendable {
    /// A header field or a parameter of the query, and the template of its value.
    public typealias Field = (name: String, value: String)

    /// Header fields and the templates of their values, with placeholders of credentials, time, nonce, signature,
    /// token and JSON Web Token.
    public let headers: [Field]

    /// Parameters that stand last in the query of each request, with templates as those of header fields.
    public let query: [Field]

    /// User and password, where they are asked for.
    public let basic: BasicAuthentication?

    /// How `{signature}` is made.
    public let signature: (any RequestSignature)?

    /// How `{token}` is asked for.
    public let token: TokenRecipe?

    /// How `{jwt}` is made.
    public let webToken: WebTokenRecipe?

    /// Makes a description of an authentication.
    public init(
        headers: KeyValuePairs<String, String> = [:],
        query: KeyValuePairs<String, String> = [:],
        basic: BasicAuthentication? = nil,
        signature: (any RequestSignature)? = nil,
        token: TokenRecipe? = nil,
        webToken: WebTokenRecipe? = nil
    ) {
        self.init(
            headerFields: headers.map { ($0.key, $0.value) },
            queryParameters: query.map { ($0.key, $0.value) },
            basic: basic,
            signature: signature,
            token: token,
            webToken: webToken
        )
    }

    /// Makes a description of fields that are known at run time only.
    public init(
        headerFields: [Field],
        queryParameters: [Field],
        basic: BasicAuthentication?,
        signature: (any RequestSignature)?,
        token: TokenRecipe? = nil,
        webToken: WebTokenRecipe? = nil
    ) {
        headers = headerFields
        query = queryParameters
        self.basic = basic
        self.signature = signature
        self.token = token
        self.webToken = webToken
    }
}
