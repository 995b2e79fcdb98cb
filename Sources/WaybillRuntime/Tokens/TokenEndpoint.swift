import HTTPTypes
import WaybillJSON

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Asks a service for a token, with time limits and attempts of its own.
struct TokenEndpoint: Sendable, CustomStringConvertible, CustomReflectable {
    /// The plan of token requests, whatever that of the API: to ask twice for a token does no harm.
    private static let plan = RetryPlan(
        attempts: 3,
        retriesNetworkFailures: true,
        statuses: [408, 429, .range(500...599)],
        schedule: .exponential(base: .milliseconds(500), cap: .seconds(5)),
        retryAfter: RetryAfterRule(statuses: [429, .range(500...599)], cap: .seconds(30), jitter: .standard)
    )

    /// The largest answer that is read, in bytes.
    private static let largestAnswer = 1 << 20

    private let recipe: TokenRecipe
    /// The request without header fields and body, which may have a JSON Web Token.
    private let request: TransportRequest
    private let userAgent: String
    private let credentials: [Credential]
    private let webTokens: WebTokenSource?
    private let transport: any Transport
    private let clock: RuntimeClock
    private let errors: ErrorPaths
    private let mask: SecretMask

    /// Writes the request, which is the same every time but for a JSON Web Token.
    /// - Parameters:
    ///   - url: The user's own address, in place of the recipe's.
    ///   - errors: Where a refusal has its words, where it is not one of OAuth.
    ///   - mask: What hides the credentials.
    /// - Throws: ``ConfigurationError`` where a credential does not fit, or the address cannot be used.
    init(
        _ recipe: TokenRecipe,
        _ credentials: [Credential],
        baseURL: BaseURL,
        url: String?,
        userAgent: String,
        transport: any Transport,
        connectTimeout: Duration?,
        clock: RuntimeClock,
        errors: ErrorPaths,
        mask: SecretMask,
        webTokens: WebTokenSource? = nil
    ) throws(ConfigurationError) {
        self.credentials = credentials
        self.webTokens = webTokens
        let writer = TokenRequestWriter(recipe: recipe, credentials: credentials)
        request = TransportRequest(
            method: .post,
            url: try writer.url(base: baseURL, override: url),
            maxResponseBytes: Self.largestAnswer,
            connectTimeout: connectTimeout
        )
        self.recipe = recipe
        self.userAgent = userAgent
        self.transport = transport
        self.clock = clock
        self.errors = errors
        self.mask = mask.adding([writer.basic].compactMap { $0.map { String($0.dropFirst(6)) } })
    }

    /// A new token.
    ///
    /// It goes on to its end, which its limits bound, whoever is cancelled.
    func fetch() async -> Result<AccessToken, TokenFault> {
        let rule = RetryRule(plan: Self.plan, maxAttempts: recipe.attempts, resend: .safe)
        var attempts = 0
        while true {
            attempts += 1
            let (result, outcome) = await attempt(attempts)
            guard case .failure(let fault) = result else { return result }
            let decision = RetryDecision.after(
                outcome,
                attempt: attempts,
                under: rule,
                retryAfter: fault.retryAfter,
                random: clock.unitRandom(),
                spread: clock.unitRandom()
            )
            guard case .retry(let delay) = decision, (try? await clock.sleep(delay)) != nil else { return result }
        }
    }

    private func attempt(_ number: Int) async -> (Result<AccessToken, TokenFault>, AttemptOutcome) {
        let expiry = ExpiredTimeout(limit: .attempt, duration: recipe.timeout)
        let writer = writer
        var request = request
        request.headers = writer.headers(userAgent: userAgent)
        request.body = writer.body
        request.wantsFreshConnection = number > 1
        switch await Attempt(transport: transport, clock: clock, request: request).run(
            limit: (recipe.timeout, expiry)
        ) {
        case .response(let response) where (200...299).contains(response.status):
            return (read(response, number), .final)
        case .response(let response):
            return (.failure(refused(response, number)), .answered(status: response.status, isReplayed: false))
        case .failed(let error, let end): return (.failure(fault(of: error, end, number)), outcome(error, end))
        }
    }

    /// What writes one attempt, with a JSON Web Token that is good now where it has one.
    private var writer: TokenRequestWriter {
        var writer = TokenRequestWriter(recipe: recipe, credentials: credentials)
        if writer.hasWebToken { writer.webToken = webTokens?.token(clock) }
        return writer
    }

    /// What broke off is asked for again, also where it was a success: nothing but a token is lost.
    private func outcome(_ error: TransportError, _ end: AttemptEnd) -> AttemptOutcome {
        let outcome = AttemptOutcome(error, end)
        if case .answered(200...299, _) = outcome { return .unknown }
        return outcome
    }

    // MARK: Reading

    private func read(_ response: TransportResponse, _ attempts: Int) -> Result<AccessToken, TokenFault> {
        do throws(TokenAnswer.Fault) {
            return .success(try TokenAnswer(recipe).token(in: response, now: clock.now()))
        } catch {
            return .failure(TokenFault(reason: .unreadable, message: error.reason, attempts: attempts))
        }
    }

    private func refused(_ response: TransportResponse, _ attempts: Int) -> TokenFault {
        let body = ErrorBody(response.body, errors)
        // RFC 6749, section 5.2.
        let own = ErrorBody(response.body, ErrorPaths(message: ["error_description"], code: ["error"]))
        let isRedirect = (300...399).contains(response.status)
        let words = own.message ?? body.message ?? "HTTP \(response.status)"
        return TokenFault(
            reason: .refused(status: response.status),
            code: (own.code ?? body.code).map(mask.masked),
            message: isRedirect ? "it was redirected, which is not followed" : mask.masked(words),
            attempts: attempts,
            retryAfter: retryAfter(response)
        )
    }

    private func retryAfter(_ response: TransportResponse) -> Duration? {
        let now = clock.now()
        return RetryAfter.parse(response.headers[.retryAfter], now: response.headers.serverTime(now: now) ?? now)
    }

    private func fault(of error: TransportError, _ end: AttemptEnd, _ attempts: Int) -> TokenFault {
        if case .limit(let expiry) = end {
            let text = "no answer came within \(expiry.duration.secondsText)"
            return TokenFault(reason: .timedOut(expiry.duration), message: text, attempts: attempts)
        }
        let text = error.masked(by: mask).description
        return TokenFault(reason: .network(error.reason), message: text, attempts: attempts)
    }

    /// Where tokens come from, and nothing that is sent.
    var description: String { "TokenEndpoint(\(request))" }

    /// Where tokens come from only.
    var customMirror: Mirror { Mirror(self, children: ["request": request.description]) }
}
