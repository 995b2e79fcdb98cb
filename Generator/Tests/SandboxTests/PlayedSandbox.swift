import WaybillJSON
@_spi(Generated) import WaybillRuntime
@_spi(Generated) import WaybillSigning

@testable import Sandbox

/// A sandbox without a server, with a clock that is moved by hand and chance that is counted.
struct PlayedSandbox {
    let api: SandboxAPI
    var state = SandboxState()
    /// Milliseconds since 1970; the start is 2026-01-01T00:00:00Z.
    var now: Int64 = 1_767_225_600_000

    init(_ spec: String, options: SandboxOptions = SandboxOptions()) throws {
        api = SandboxAPI(try SpecFixture.repository(spec), options: options)
    }

    init(golden spec: String) throws {
        api = SandboxAPI(try SpecFixture.golden(spec))
    }

    init(api: String = SpecFixture.things, resource: String, options: SandboxOptions = SandboxOptions()) throws {
        self.api = SandboxAPI(try SpecFixture.inline(api, resource), options: options)
    }

    mutating func send(_ request: SandboxRequest) -> SandboxAnswer {
        let counter = Counter(start: UInt64(state.requestCount) &* 1000 &+ 1)
        return api.answer(request, &state, at: SandboxMoment(milliseconds: now, random: counter.next))
    }

    mutating func send(
        _ method: String,
        _ path: String,
        _ body: String = "",
        headers: [(name: String, value: String)] = [],
        query: String = ""
    ) -> SandboxAnswer {
        send(SandboxRequest(method: method, path: path, query: query, headers: headers, body: Array(body.utf8)))
    }

    /// A request with the header that Bearer clients send.
    mutating func bearer(
        _ method: String,
        _ path: String,
        _ body: String = "",
        key: String = "walk_live_sandbox.secret",
        headers: [(name: String, value: String)] = []
    ) -> SandboxAnswer {
        send(method, path, body, headers: [("Authorization", "Bearer \(key)")] + headers)
    }

    /// A request signed as the integration client signs it.
    mutating func signed(
        _ method: String,
        _ path: String,
        _ body: String = "",
        secret: String = "whsec_sandbox",
        timestamp: Int64? = nil
    ) -> SandboxAnswer {
        send(method, path, body, headers: signature(of: body, secret: secret, timestamp: timestamp ?? now / 1000))
    }

    func signature(of body: String, secret: String, timestamp: Int64) -> [(name: String, value: String)] {
        let recipe = SignatureRecipe(algorithm: .sha256, key: "secret", signs: "{timestamp}.{body}", encoding: .hex)
        let signature = recipe.sign([Credential("secret", secret)], timestamp: timestamp, body: Array(body.utf8))
        return [
            ("x-simpleconnect-key-id", "wa_sec_sandbox"), ("X-SimpleConnect-Timestamp", "\(timestamp)"),
            ("X-SimpleConnect-Signature", "sha256=\(signature)"),
        ]
    }
}

extension SandboxAnswer {
    /// The body's value; null where it is not JSON.
    var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }

    var text: String { String(decoding: body, as: UTF8.self) }
}
