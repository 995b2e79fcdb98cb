import Foundation
import TestSupport
import Testing

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillSigning

/// The keys of JSON Web Tokens, by the examples of RFC 7515, appendix A.
@Suite struct WebTokenSigningKeyTests {
    private static let payload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    private static let rs256 = """
        cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1\
        dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzD\
        wusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe7\
        7Rw
        """

    private static func message(_ header: String) -> [UInt8] { Array("\(header).\(payload)".utf8) }

    @Test("HS256, as in appendix A.1")
    func hs256() throws {
        let key = WebTokenSigningKey(.hs256, credential: "key", encoding: .base64)
        let message = Self.message("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9")
        let sign = key.signing(with: PublishedKeys.secret)
        let signature = try #require(sign?(message))
        #expect(URLBase64.text(signature) == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        #expect(key.isValid(signature, of: message, by: PublishedKeys.secret))
        #expect(!key.isValid(signature, of: message + [0], by: PublishedKeys.secret))
    }

    @Test("a secret is taken as its text, as Base64 or as digits")
    func secrets() {
        let message = Array("x".utf8)
        let keys: [(SignatureRecipe.KeyEncoding, String)] = [(.utf8, "key"), (.base64, "a2V5"), (.hex, "6B6579")]
        let signatures = keys.map { encoding, text in
            WebTokenSigningKey(.hs256, credential: "", encoding: encoding).signing(with: text)?(message)
        }
        #expect(Set(signatures).count == 1)
        // printf x | openssl dgst -sha256 -hmac key
        let expected = "4fc3b7eaf34d7e594a6f51d9517ba543abf41067b27587ffd82ba3584e4d3cdd"
        #expect(signatures.first??.map { String(format: "%02x", $0) }.joined() == expected)
    }

    @Test(
        "RS256, as in appendix A.2, by both forms of the key",
        arguments: [PublishedKeys.rsa, PublishedKeys.rsaOfPKCS1]
    )
    func rs256(pem: String) throws {
        let key = WebTokenSigningKey(.rs256, credential: "key")
        let message = Self.message("eyJhbGciOiJSUzI1NiJ9")
        let sign = key.signing(with: pem)
        let signature = try #require(sign?(message))
        #expect(URLBase64.text(signature) == Self.rs256)
        #expect(key.isValid(signature, of: message, by: pem))
        #expect(!key.isValid(signature.reversed(), of: message, by: pem))
    }

    @Test(
        "ES256: the signature of appendix A.3 holds, and so does one of ours; both have 64 bytes",
        arguments: [PublishedKeys.p256, PublishedKeys.p256OfSEC1, PublishedKeys.p256 + "\n"]
    )
    func es256(pem: String) throws {
        let key = WebTokenSigningKey(.es256, credential: "key")
        let message = Self.message("eyJhbGciOiJFUzI1NiJ9")
        let published = "DtEhU3ljbEg8L38VWAfUAqOyKAM6+Xx+F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3+Kg6NU1Q=="
        let signature = try #require(Data(base64Encoded: published))
        #expect(key.isValid(Array(signature), of: message, by: pem))
        let sign = key.signing(with: pem)
        let own = try #require(sign?(message))
        #expect(own.count == 64 && key.isValid(own, of: message, by: PublishedKeys.p256))
        #expect(!key.isValid(own, of: message + [0], by: pem))
    }

    @Test("what is no such key is refused, with what is expected", arguments: refusedKeys)
    func refused(_ key: WebTokenSigningKey, _ text: String, _ demand: String) {
        #expect(key.signing(with: text).map { _ in 0 } == nil)
        #expect(key.demand == demand)
    }

    private static let rsaDemand =
        "must be a private RSA key of 2048 bits or more, in PEM (PKCS #8 or PKCS #1), without a password"
    private static let p256Demand =
        "must be a private key on the curve P-256, in PEM (PKCS #8 or SEC 1), without a password"
    private static let refusedKeys: [(WebTokenSigningKey, String, String)] = [
        (WebTokenSigningKey(.rs256, credential: ""), "secret", rsaDemand),
        (WebTokenSigningKey(.rs256, credential: ""), PublishedKeys.p256, rsaDemand),
        (WebTokenSigningKey(.rs256, credential: ""), smallKey, rsaDemand),
        (WebTokenSigningKey(.rs256, credential: ""), String(PublishedKeys.rsa.dropLast(40)), rsaDemand),
        (WebTokenSigningKey(.es256, credential: ""), PublishedKeys.rsa, p256Demand),
        (WebTokenSigningKey(.es256, credential: ""), lockedKey, p256Demand),
        (WebTokenSigningKey(.es256, credential: ""), "", p256Demand),
        (WebTokenSigningKey(.hs256, credential: ""), "", "must not be empty"),
        (WebTokenSigningKey(.hs256, credential: "", encoding: .base64), "no base64!", "must be a key in Base64"),
        (WebTokenSigningKey(.hs256, credential: "", encoding: .hex), "xy", "must be a key in hexadecimal digits"),
    ]

    /// A key of 1024 bits, which nobody uses.
    private static let smallKey = """
        -----BEGIN PRIVATE KEY-----
        MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBALoovYt+vUg4hOEI
        RB485uGG9O5eq2vZ2GnLF7Q58OWOxfVZyNh28qId4izg8ywD2oZAiKyh5iJ9gOnF
        LIgbIALHPOFtdWcwd446GJiJCr5EEKbLTLmOMvMjXaLrwfYY9CGNukGCe8GDX6/x
        tpTGkWoUNELKkH+4WjetKWDhMEHjAgMBAAECgYBn5Fq8IhRC3QATkohpk7WKgcXp
        zj2+6AnmKOjmtTti8cY6wkvbuq54mVLjlvs/QjtPl25vYb9M2lv6mwbaQsEetrTA
        NsQ2mlvSDS+nEh+oPoLj6gtBhkxhC1BNiYaX/aTb+0G9sy00+cgC5tItCp01qkJs
        t1uoqzU/1vmkRnvciQJBAPNhXW6ZCsDb/IsHU5jC7HorAaXTDg76ZLfdHCUW68QZ
        jnvAeqpTt3wzJSyBkdPvZlSeiRf3MnlfCpG5LSnhNncCQQDDz9H/0t4PLqD7/Cog
        MyQUFPUe/FfZ6zKOWWa9ysWKXyMdhskHWntwIsXzY1V+AGJswuYuCUFwaTDtX1bC
        wG71AkEAmAGjvUPQt4uuO5cj2zFDSTo7GTqseSZiaYOr5G5gamYb26bn9iG7Y9L9
        0MJMNjY7j3ZE4bb+y1dU3pbtYk7LGQJARM2dSHrbtBH6VxB/7NiLcNL8Xmrko5nV
        JdecFkxNpRVQzWsy7/aHMRvG2oKo46FW9Eh3gO2XpNwRaRb68WuUkQJARr7Ejof9
        rQm2vW/+chE8wDk37j1UhioRZ/EZGuw/5Fhb10w1ticujdhuVp9lMJEl23Kdqj71
        h1akI6VjgdQxdA==
        -----END PRIVATE KEY-----
        """

    /// The key of appendix A.3 under a password.
    private static let lockedKey = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIH0MF8GCSqGSIb3DQEFDTBSMDEGCSqGSIb3DQEFDDAkBBCyLoBdy3saxU5q8Wox
        q/iCAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQ/C6DyR0DRRTbtMCo
        FlXmWgSBkJy442z8LgouFTJHCu+PeaPADa2XVHfZSmIWDi4nnw6hBf5bs7dqyU08
        5wYqjH0DuywD/HZyu5KlBPCZ+6co2Lf4njJ1mi0oHYjX2vLborioc2xUxe2J+IEn
        bxU3dvAKNkIQ2LeUfiF00gClTJ5QOxdeBhjEvJCgdZvxzlb1AeMQ0HdFg50TEs+k
        6dlCy1LhjQ==
        -----END ENCRYPTED PRIVATE KEY-----
        """
}
