package import Pipeline
import WaybillJSON

/// The behaviour of an API as its spec describes it: a request and a state in, an answer and the next state out.
///
/// It does no I/O, and knows the time and chance only from its arguments; ``Sandbox`` puts it behind a port.
public struct SandboxAPI: Sendable {
    let spec: ResolvedAPI
    let table: RouteTable
    let credentials: CredentialSet
    let errors: ErrorAnswers
    /// The rate of the options, for all operations together, in place of the spec's.
    private let ownRate: SandboxRate?
    /// Where clients get their tokens.
    let tokenRoutes: [TokenRoute]
    let tokenLifetime: Int?
    let webhooks: [WebhookSource]
    /// What is wrong with the options that concern webhooks; those are then not served.
    public let problems: [WebhookProblem]
    private let bodyLimit: Int

    /// Makes the behaviour of an API.
    package init(_ api: ResolvedAPI, options: SandboxOptions = SandboxOptions()) {
        spec = api
        table = RouteTable(api)
        credentials = CredentialSet(api, overrides: options.credentials)
        errors = ErrorAnswers(api)
        ownRate = options.rate
        (webhooks, problems) = WebhookSource.all(api, options)
        tokenRoutes = api.clients.flatMap(\.allWays).compactMap { TokenRoute($0) }
        tokenLifetime = options.tokenLifetime
        bodyLimit = options.bodyLimit
    }

    /// Where each client of the spec finds the sandbox, to be given to it as its server or its address.
    public func addresses(port: Int) -> [(client: String, url: String)] {
        spec.clients.map { client in
            (client.name, "http://127.0.0.1:\(port)" + RouteTable.basePath(of: client))
        }
    }

    /// Where the sandbox stands for the other hosts of each client, to be given to it as `configuration.hostURLs`.
    public func hosts(port: Int) -> [(client: String, host: String, url: String)] {
        spec.clients.flatMap { client in
            client.hosts.map { (client.name, $0.name, "http://127.0.0.1:\(port)" + RouteTable.basePath(of: $0)) }
        }
    }

    /// Answers one request, and changes the state as a server would.
    public func answer(
        _ request: SandboxRequest,
        _ state: inout SandboxState,
        at moment: SandboxMoment
    ) -> SandboxAnswer {
        if let control = ControlRoutes(api: self, moment: moment).answer(request, &state) { return control }
        if let answer = token(request, &state, moment) { return answer }
        var trace = Trace(request, moment)
        var answer: SandboxAnswer
        do throws(Refusal) {
            answer = try serve(request, &state, &trace, moment)
        } catch {
            answer = errors.answer(error, at: moment)
        }
        complete(&answer, trace, moment)
        trace.record.status = answer.status
        state.note(trace.record)
        return answer
    }

    /// The answer to a request for a token; nil where it is none.
    private func token(
        _ request: SandboxRequest,
        _ state: inout SandboxState,
        _ moment: SandboxMoment
    ) -> SandboxAnswer? {
        var answers: [(route: TokenRoute, answer: SandboxAnswer)] = []
        for route in tokenRoutes {
            let lifetime = route.lifetime(tokenLifetime)
            let own = credentials.of(route.client)
            guard let answer = route.answer(request, own, lifetime: lifetime, &state, at: moment) else { continue }
            answers.append((route, answer))
            if answer.status == 200 { break }
        }
        // Of several clients that ask at one address, the one is meant whose fields came and were not accepted.
        let meant = answers.first { $0.answer.status == 200 } ?? answers.first { $0.answer.status == 401 }
        guard let (route, answer) = meant ?? answers.first else { return nil }
        var record = RequestRecord(time: moment.milliseconds, method: request.method, path: request.path)
        record.operation = "token of \(route.client.name)"
        record.status = answer.status
        state.note(record)
        return answer
    }

    private func serve(
        _ request: SandboxRequest,
        _ state: inout SandboxState,
        _ trace: inout Trace,
        _ moment: SandboxMoment
    ) throws(Refusal) -> SandboxAnswer {
        let candidates = try authenticated(table.candidates(for: request), request, state, moment)
        try admit(candidates, &state, &trace, moment)
        try checkSize(request)
        guard let (route, body) = RouteTable.choose(try bodies(of: request, for: candidates), request) else {
            throw Refusal(status: 404, message: "no operation of this API is meant")
        }
        trace.record.operation = route.id
        let fault = try takeFault(route, request, &state)
        trace.record.fault = fault?.summary
        let call = Call(api: self, route: route, request: request, body: body, owner: trace.owner, moment: moment)
        if let fault { return try call.answer(under: fault, &state, &trace) }
        return try call.answer(&state, &trace)
    }

    /// The routes of those clients whose credentials the request proves.
    private func authenticated(
        _ candidates: [Route],
        _ request: SandboxRequest,
        _ state: SandboxState,
        _ moment: SandboxMoment
    ) throws(Refusal) -> [Route] {
        var refusals: [Refusal] = []
        let passing = candidates.filter { route in
            guard route.client.isAuthenticated(route.operation) else { return true }
            do throws(Refusal) {
                try checkWays(of: route.client, request, state, moment)
                return true
            } catch {
                refusals.append(error)
                return false
            }
        }
        if passing.isEmpty, let refusal = refusals.first { throw refusal }
        return passing
    }

    /// Passes where one way to authenticate is taken; else tells what is wrong with the one that was meant.
    private func checkWays(
        of client: ResolvedClient,
        _ request: SandboxRequest,
        _ state: SandboxState,
        _ moment: SandboxMoment
    ) throws(Refusal) {
        var refusals: [(refusal: Refusal, likeness: Int)] = []
        for way in client.allWays {
            let check = AuthenticationCheck(
                client: way,
                credentials: credentials.of(way),
                tokens: state.tokens,
                moment: moment
            )
            do throws(Refusal) {
                return try check.check(request)
            } catch {
                refusals.append((error, check.likeness(of: request)))
            }
        }
        // Of ways that are as likely the first is meant.
        guard let meant = refusals.reversed().max(by: { $0.likeness < $1.likeness }) else { return }
        if meant.likeness > 0 || refusals.count == 1 { throw meant.refusal }
        let names = client.allWays.compactMap(\.ownWay?.name).joined(separator: ", ")
        throw Refusal(.unauthenticated, "no way to authenticate is taken; they are \(names)")
    }

    private func admit(
        _ candidates: [Route],
        _ state: inout SandboxState,
        _ trace: inout Trace,
        _ moment: SandboxMoment
    ) throws(Refusal) {
        let names = candidates.first?.client.allCredentials.map(\.name) ?? []
        trace.owner = names.map { credentials[$0] }.joined(separator: "\n")
        let (scope, rates) = self.rates(of: candidates)
        guard !rates.isEmpty else { return }
        let key = scope.isEmpty ? trace.owner : "\(trace.owner)\n\(scope)"
        switch state.windows[key, default: RateWindow()].admit(at: moment.milliseconds, rates) {
        case .admitted(let rate, let remaining):
            trace.rate = rate
            trace.remaining = remaining
            trace.rateWait = state.windows[key]?.wait(at: moment.milliseconds, rate) ?? 0
        case .refused(let rate, let wait):
            trace.rate = rate
            trace.remaining = 0
            trace.rateWait = wait
            var refusal = Refusal(.rateLimited, "more than \(rate.limit) requests in \(rate.window) ms")
            refusal.retryAfter = wait
            refusal.headers = [("Retry-After", String(RateWindow.wholeSeconds(wait)))]
            throw refusal
        }
    }

    /// The rates of a request, and the operation that they are counted for alone; empty where that is the whole API.
    private func rates(of candidates: [Route]) -> (scope: String, rates: [SandboxRate]) {
        if let ownRate { return ("", [ownRate]) }
        if let route = candidates.first(where: { !$0.operation.rates.isEmpty }) {
            return (route.id, route.operation.rates.map { SandboxRate($0) })
        }
        return ("", rates)
    }

    /// The rate of the operations that have none of their own.
    var rates: [SandboxRate] { ownRate.map { [$0] } ?? spec.rates.map { SandboxRate($0) } }

    /// The operations that have a rate of their own, which that of the options replaces.
    var pacedRoutes: [Route] { ownRate == nil ? table.routes.filter { !$0.operation.rates.isEmpty } : [] }

    private func checkSize(_ request: SandboxRequest) throws(Refusal) {
        guard request.body.count > bodyLimit else { return }
        throw Self.tooLarge(limit: bodyLimit)
    }

    static func tooLarge(limit: Int) -> Refusal {
        Refusal(status: 413, message: "the body has more than \(limit) bytes")
    }

    /// The operations that can have such a body, each with what the body's bytes are for it.
    private func bodies(
        of request: SandboxRequest,
        for candidates: [Route]
    ) throws(Refusal) -> [(route: Route, body: JSONValue)] {
        var refusals: [Refusal] = []
        let fitting = candidates.compactMap { route -> (route: Route, body: JSONValue)? in
            do throws(Refusal) {
                return (route, try BodyCheck(body: route.operation.body).value(of: request))
            } catch {
                refusals.append(error)
                return nil
            }
        }
        if fitting.isEmpty, let refusal = refusals.first { throw refusal }
        return fitting
    }

    private func takeFault(
        _ route: Route,
        _ request: SandboxRequest,
        _ state: inout SandboxState
    ) throws(Refusal) -> SandboxFault? {
        guard let header = request.header(ControlRoutes.faultHeader) else { return state.takeFault(for: route.id) }
        do throws(FaultNotation.Problem) {
            return try FaultNotation(codes: spec.errors.codes.words.map(\.name), operations: table.routes.map(\.id))
                .read(header)
        } catch {
            throw Refusal(status: 400, message: "the header \(ControlRoutes.faultHeader): \(error.text)")
        }
    }

    /// Adds the headers that every answer carries.
    private func complete(_ answer: inout SandboxAnswer, _ trace: Trace, _ moment: SandboxMoment) {
        let metadata = spec.metadata
        answer.operation = trace.record.operation
        if let name = metadata.requestID { answer.set([(name, "req_" + moment.hex(24))]) }
        guard let rate = trace.rate, let remaining = trace.remaining else { return }
        let headers = RateHeaders(names: metadata.rateLimit, rate: rate)
        answer.set(headers.fields(remaining: remaining, wait: trace.rateWait, at: moment))
    }
}
