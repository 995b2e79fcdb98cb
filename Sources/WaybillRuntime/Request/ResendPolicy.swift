/// Whether an operation may be sent again when it is not known what became of it.
@_spi(Generated)
public enum ResendPolicy: String, Sendable, Hashable, CaseIterable {
    /// Yes: it changes nothing.
    case safe
    /// Yes: it has an idempotency key that the server honours.
    case keyed
    /// Yes: its vendor says that it may be repeated.
    case documented
    /// No: only where nothing can have happened.
    case never
}
