@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Where a client gets the tokens that it sends: a token endpoint as RFC 6749, section 4.4 has it, or one like it.
struct TokenRoute: Sendable {
    let client: ResolvedClient
    let token: ResolvedToken
    let pattern: PathPattern

    /// Nil where the client asks for no token.
    init?(_ client: ResolvedClient) {
        guard let token = client.token else { return nil }
        self.client = client
        self.token = token
        switch token.address {
        case .path(let path):
            pattern = PathPattern(
                RouteTable.path(path.description, of: client),
                base: RouteTable.basePath(of: client)
            )
        case .url(let url): pattern = PathPattern(RouteTable.path(ofURL: url.description), base: "")
        }
    }

    /// The milliseconds that a token is good for: what the options say, else the spec, else an hour.
    func lifetime(_ options: Int?) -> Int64 {
        if let options { return Int64(options) }
        if case .after(let lifetime) = token.end { return Int64(lifetime) }
        return 3_600_000
    }

    /// Answers a request for a token; nil where something else is meant.
    func answer(
        _ request: SandboxRequest,
        _ credentials: CredentialSet,
        lifetime: Int64,
        _ state: inout SandboxState,
        at moment: SandboxMoment
    ) -> SandboxAnswer? {
        guard request.method == "POST", let captures = pattern.match(request.path) else { return nil }
        let check = TokenRequestCheck(client: client, token: token, credentials: credentials, moment: moment)
        if let refusal = check.refusal(of: request, captures) { return refusal }
        let value = "tok_" + moment.hex(40)
        state.tokens.set(value, IssuedToken(client: client.name, endsAt: moment.milliseconds + lifetime))
        var answer = SandboxAnswer(status: 200, json: document(value, lifetime: lifetime, at: moment))
        answer.headers.append(("Cache-Control", "no-store"))
        return answer
    }

    private func document(_ value: String, lifetime: Int64, at moment: SandboxMoment) -> JSONValue {
        var document: JSONValue = .object(["token_type": "Bearer"])
        token.at.set(.string(value), in: &document)
        switch token.end {
        case .seconds(let path): path.set(.number(JSONNumber(Int(lifetime / 1000))), in: &document)
        case .time(let path):
            path.set(.string(SandboxMoment.timestamp(moment.milliseconds + lifetime)), in: &document)
        case .after: break
        }
        return document
    }
}
