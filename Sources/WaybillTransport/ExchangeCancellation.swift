#if os(Linux)

/// Tells a connection that nobody waits for its answer any more.
struct ExchangeCancellation: Sendable {}
#endif
