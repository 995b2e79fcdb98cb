/// How a client keeps to a rate, so that the service does not have to refuse requests.
///
/// A call waits until there is a place for its request: retries, pages and the polls of waiters too; requests for tokens are not counted. The
/// wait is no part of an attempt's limit, and ends at the call's: where the place would be later, the call fails at once with
/// the limit `.call`, `.notSent` if nothing was sent before, and takes no place. Who is cancelled while waiting gives the
/// place back. In one process calls go in their order, those with a higher ``CallPriority`` first.
///
/// A place that has passed by more than half of the margin when its call could go out is not used, and another one is taken: so a busy process,
/// or a slow pacer, does not bring more requests into a window than fit. After four places the call goes out all the same.
///
/// A request that the service refuses with 429 all the same holds everybody under the same credentials, for as long as
/// `Retry-After` says, or for a second; never longer than the longest window, or a minute. Calls of other processes that have
/// their places already go out.
///
/// Places are counted for an API and its credentials: clients that have the same credentials share them.
public struct Pacing: Sendable {
    enum Source: Sendable {
        /// The rates of the spec.
        case documented
        /// One for all operations.
        case fixed(RequestRate)
    }

    let source: Source
    /// How much longer windows are taken to be; nil takes the usual margin of each.
    let margin: Duration?
    /// Where the places come from; nil for this process.
    let pacer: (any Pacer)?
    let outage: PacerOutage

    private init(_ source: Source, _ margin: Duration?, _ pacer: (any Pacer)?, _ outage: PacerOutage) {
        self.source = source
        self.margin = margin
        self.pacer = pacer
        self.outage = outage
    }

    /// The rates that the API documents, kept to by this process.
    ///
    /// An operation for which none is documented goes out at once.
    public static var documented: Pacing { Pacing(.documented, nil, nil, .unpaced) }

    /// The rates that the API documents, kept to by all who share a pacer.
    ///
    /// - Parameters:
    ///   - pacer: Where the places come from.
    ///   - outage: What to do while it does not answer.
    ///   - margin: How much longer than its window a window is taken to be, since requests do not all take equally long to arrive;
    ///     nil takes a fiftieth of the window, and half a second at most.
    public static func documented(
        sharedBy pacer: any Pacer,
        whenAway outage: PacerOutage = .unpaced,
        margin: Duration? = nil
    ) -> Pacing {
        Pacing(.documented, margin, pacer, outage)
    }

    /// A rate for all operations together in place of the documented ones, kept to by this process.
    ///
    /// - Parameters:
    ///   - limit: How many requests fit into the window.
    ///   - window: The window's length.
    ///   - margin: How much longer the window is taken to be; nil takes a fiftieth of it, and half a second at most.
    public static func limit(_ limit: Int, per window: Duration, margin: Duration? = nil) -> Pacing {
        Pacing(.fixed(RequestRate(limit, per: window)), margin, nil, .unpaced)
    }

    /// A rate for all operations together in place of the documented ones, kept to by all who share a pacer.
    ///
    /// - Parameters:
    ///   - limit: How many requests fit into the window.
    ///   - window: The window's length.
    ///   - margin: How much longer the window is taken to be; nil takes a fiftieth of it, and half a second at most.
    ///   - pacer: Where the places come from.
    ///   - outage: What to do while it does not answer.
    public static func limit(
        _ limit: Int,
        per window: Duration,
        margin: Duration? = nil,
        sharedBy pacer: any Pacer,
        whenAway outage: PacerOutage = .unpaced
    ) -> Pacing {
        Pacing(.fixed(RequestRate(limit, per: window)), margin, pacer, outage)
    }

    /// Rejects what makes no sense.
    func check() throws(ConfigurationError) {
        let fault: String? =
            if case .fixed(let rate) = source, let fault = rate.fault {
                fault
            } else if let margin, !(.zero ... .seconds(86_400)).contains(margin) {
                "must have a margin of 0 s to 24 hours"
            } else if case .share(let parts) = outage, !(1...1_000_000).contains(parts) {
                "must share among 1 to 1000000"
            } else {
                nil
            }
        if let fault { throw ConfigurationError(option: "configuration.pacing", reason: fault) }
    }

    /// What the requests of an operation have to keep to.
    func rates(of operation: String, _ documented: DocumentedRates) -> PacedRates {
        var (scope, rates) = ("*", documented.others)
        if case .fixed(let rate) = source {
            rates = [rate]
        } else if let own = documented.operations.first(where: { $0.key == operation }) {
            (scope, rates) = (own.key, own.value)
        }
        let margins = rates.map { margin ?? $0.usualMargin }
        let tolerance = margins.min().flatMap { $0 > .zero ? $0 / 2 : nil }
        return PacedRates(scope: scope, rates: zip(rates, margins).map { $0.adding($1) }, tolerance: tolerance)
    }
}
