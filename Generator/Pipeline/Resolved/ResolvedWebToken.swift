package import WaybillJSON
@_spi(Generated) package import WaybillSigning

/// A JSON Web Token that a client signs itself.
package struct ResolvedWebToken: Sendable {
    package let key: WebTokenSigningKey
    /// The header beside `alg` and `typ`: templates over the credentials.
    package let header: JSONObject
    /// The claims beside `iat` and `exp`: templates over the credentials and a nonce.
    package let claims: JSONObject
    /// The time from `iat` to `exp` in milliseconds.
    package let lifetime: Int
    /// How long before the clock's time `iat` lies, in milliseconds.
    package let backdate: Int
    /// How long before its end it is replaced, in milliseconds.
    package let margin: Int
}

extension ResolvedWebToken {
    init(_ spec: WebTokenSpec) {
        key = WebTokenSigningKey(spec)
        header = spec.header?.value ?? [:]
        claims = spec.claims?.value ?? [:]
        lifetime = spec.lifetime.value
        backdate = spec.backdate.value
        margin = spec.margin.value
    }
}
