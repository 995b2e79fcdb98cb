@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

extension RetryPlan {
    /// Walinko's plan, as its spec has it.
    static let walinko = RetryPlan(
        attempts: 3,
        retriesNetworkFailures: true,
        statuses: [429, 500, 502, 503, 504],
        schedule: .table(
            [.milliseconds(250), .milliseconds(750), .milliseconds(1_750), .milliseconds(3_750)],
            jitter: .milliseconds(100)
        ),
        retryAfter: RetryAfterRule(statuses: [429], cap: .seconds(60), jitter: .none)
    )

    /// SimpleConnect's plan, as its spec has it.
    static let simpleConnect = RetryPlan(
        attempts: 3,
        retriesNetworkFailures: true,
        statuses: [.range(500...599)],
        schedule: .linear(.seconds(1))
    )
}

extension ClientDefinition {
    /// The signed client of SimpleConnect, as its spec has it.
    static let signed = ClientDefinition(
        api: "signed",
        authentication: Authentication(
            headers: [
                "X-Key-Id": "{apiKey}", "X-Timestamp": "{timestamp}", "X-Signature": "sha256={signature}",
            ],
            signature: SignatureRecipe.simpleConnect
        ),
        retry: .simpleConnect,
        errors: ErrorPaths(message: ["message", "error_message", "error", "error.message", "errors"])
    )
}

extension SignatureRecipe {
    /// The recipe of SimpleConnect, with the sample client's credential as the key.
    static let simpleConnect = SignatureRecipe(
        algorithm: .sha256,
        key: "apiKey",
        signs: "{timestamp}.{body}",
        encoding: .hex
    )
}
