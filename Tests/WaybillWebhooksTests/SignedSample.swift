import HTTPTypes
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime
@_spi(Generated) @testable import WaybillWebhooks

/// A webhook with a request that its service has published, or that another implementation has signed.
struct SignedSample: Sendable, CustomTestStringConvertible {
    let name: String
    let scheme: WebhookSignatureScheme
    var form = WebhookBodyForm.json
    var secrets: [String] = []
    var publicKeys: [String] = []
    var url: String?
    let body: [UInt8]
    let signature: String
    var timestamp: Int64?

    var testDescription: String { name }

    /// Twilio's example of a signed request.
    static let call = SignedSample(
        name: "URL and form, HMAC-SHA1",
        scheme: WebhookSignatureScheme(
            algorithm: .sha1,
            encoding: .base64,
            signs: "{url}{form}",
            header: "X-Signature"
        ),
        form: .form,
        secrets: ["12345"],
        url: "https://mycompany.com/myapp.php?foo=1&bar=2",
        body: Array(
            "Digits=1234&CallSid=CA1234567890ABCDE&Caller=%2B14158675309&To=%2B18005551212&From=%2b14158675309".utf8
        ),
        signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8="
    )

    /// The example of SendGrid's own libraries.
    static let mail = SignedSample(
        name: "time and body, ECDSA P-256",
        scheme: WebhookSignatureScheme(
            algorithm: .p256,
            encoding: .base64,
            signs: "{timestamp}{body}",
            header: "X-Signature",
            timestamp: .header("X-Time")
        ),
        publicKeys: [
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g=="
        ],
        body: bytes(
            base64: """
                W3siZW1haWwiOiJoZWxsb0B3b3JsZC5jb20iLCJldmVudCI6ImRyb3BwZWQiLCJyZWFzb24iOiJCb3VuY2VkIEFkZHJlc3Mi
                LCJzZ19ldmVudF9pZCI6IlpISnZjQzB4TURrNU5Ea3hPUzFNVW5wWWJGOU9TRk4wVDBkb1VUUnJiMlpUYlY5QkxUQSIsInNn
                X21lc3NhZ2VfaWQiOiJMUnpYbF9OSFN0T0doUTRrb2ZTbV9BLmZpbHRlcmRyZWN2LXAzbWR3MS03NTZiNzQ1YjU4LWttemJs
                LTE4LTVGNUZDNzZDLTkuMCIsInNtdHAtaWQiOiI8TFJ6WGxfTkhTdE9HaFE0a29mU21fQUBpc210cGQwMDM5cDFpYWQxLnNl
                bmRncmlkLm5ldD4iLCJ0aW1lc3RhbXAiOjE2MDAxMTI0OTJ9XQ0K
                """
        ),
        signature: "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=",
        timestamp: 1_600_112_502
    )

    /// The key of RFC 8032, section 7.1, test 1; signed by OpenSSL.
    static let seal = SignedSample(
        name: "time and body, Ed25519",
        scheme: WebhookSignatureScheme(
            algorithm: .ed25519,
            encoding: .hex,
            signs: "{timestamp}{body}",
            header: "X-Signature",
            timestamp: .header("X-Time")
        ),
        publicKeys: ["d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"],
        body: Array(#"{"type":1}"#.utf8),
        signature:
            "1695961a47c91a1ec033b819b7e87e3dbc583dd0cee6d1fd0216f58ac87b6228ae531ddbf91fb7bc28d7edf7f08604da16f54624f38a6bc0614e4dc13cd47f0f",
        timestamp: 1_700_000_000
    )

    static let all = [call, mail, seal]

    var definition: WebhookDefinition { WebhookDefinition(name: "sample", scheme: scheme, body: form) }

    func verifier() throws(ConfigurationError) -> WebhookVerifier {
        try WebhookVerifier(
            definition: definition,
            secrets: secrets,
            publicKeys: publicKeys,
            url: url,
            configuration: WebhookConfiguration(clock: ManualClock(now: .seconds(timestamp ?? 0)).runtime)
        )
    }

    func headers(_ signature: String? = nil, timestamp: String? = nil) -> HTTPFields {
        var fields = HTTPFields()
        if let name = HTTPField.Name("X-Signature") { fields[name] = signature ?? self.signature }
        if let time = self.timestamp, let name = HTTPField.Name("X-Time") { fields[name] = timestamp ?? String(time) }
        return fields
    }
}
