/// Gives out the places under a service's rate, to all who share it: clients, processes and machines.
///
/// ``InMemoryPacer`` is for one process; `WaybillStores` has pacers for Redis, Valkey and PostgreSQL.
///
/// What a client relies on:
///
/// - **In no window are there more places than its rate has.** A place is the earliest moment that keeps this, as far away as was
///   asked for or further. The windows are given with their margin.
/// - What is asked for at the same time is decided one after the other.
/// - All that happens under one key is on one clock, best that of the store's server, which must not jump. A place says when it comes by
///   that clock, so that it does not matter how long an answer takes.
/// - Everybody under one key gives the same rates.
/// - Where a call fails, a place may have been taken: that wastes one place, and lets no request through.
/// - Places whose windows have passed are forgotten.
///
/// A client waits two seconds for a pacer; ``PacerOutage`` says what it does then. `PacerCheck` of `WaybillTesting` checks a pacer.
public protocol Pacer: Sendable {
    /// Takes the next place under a key.
    ///
    /// - Parameters:
    ///   - key: The name of the API, which rate it is, and a digest of the credentials; nothing secret.
    ///   - rates: One or more windows, each of which the place has to fit into.
    ///   - lead: How far away the place has to be at least; zero, unless answers have come too late for their places.
    ///   - limit: The longest wait that is of use; nil where any is.
    /// - Returns: The place; nil, with nothing taken, where it is further away than the limit.
    func reserve(
        _ key: String,
        _ rates: [RequestRate],
        after lead: Duration,
        within limit: Duration?
    ) async throws -> PacePlace?

    /// Gives back a place that no request was sent for, and that nobody is going to use.
    ///
    /// The place counts no longer; those after it stay where they are. A place that is not known is none. A client does this
    /// for calls that are cancelled or reach their limit while they wait, and does not mind where it fails.
    func release(_ key: String, _ place: PacePlace) async throws

    /// Gives out no place under a key for a time, after the service has refused a request all the same.
    ///
    /// Of several holds the last one to end counts. Places that were given out before stay.
    func hold(_ key: String, for duration: Duration) async throws
}
