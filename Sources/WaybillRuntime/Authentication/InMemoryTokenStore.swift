import Synchronization

/// Keeps a token in this process's memory, for the clients of one process that have the same credentials.
public final class InMemoryTokenStore: TokenStore {
    private let token: Mutex<AccessToken?>

    /// Makes a store.
    /// - Parameter token: The token that it has from the start.
    public init(_ token: AccessToken? = nil) {
        self.token = Mutex(token)
    }

    /// The token that was put last.
    public func current() -> AccessToken? { token.withLock { $0 } }

    /// Keeps a token in place of the one before.
    public func put(_ token: AccessToken) { self.token.withLock { $0 = token } }
}
