/// Keeps the token of a client where several clients, or several processes, can use it.
///
/// Without a store each client asks for a token of its own. A store keeps one token: that of one set of credentials at one
/// service. Where programs share a database for several, each has a store with a key of its own; two that share by mistake
/// send each other's tokens.
///
/// What a client relies on:
///
/// - ``current()`` gives what ``put(_:)`` was given last, by whichever process. Old is as good as new: a client looks at
///   ``AccessToken/endsAt`` and does not use a token that the server has refused.
/// - Nothing is locked. Two processes may ask the service for a token at the same time; the last one is kept, and both are used.
/// - A store that throws, or that takes more than ten seconds, does no harm: the client asks the service in its place, and says
///   so in its log, without the token and without the error's text.
/// - A token is a secret: keep it encrypted, or where nobody else can read it, and do not log it.
///
/// Redis or Valkey, where the end of the token is the end of the key: `SET token:acme $json EX $seconds` and `GET token:acme`.
public protocol TokenStore: Sendable {
    /// The token that was put last; nil where there is none.
    func current() async throws -> AccessToken?

    /// Keeps a token in place of the one before.
    func put(_ token: AccessToken) async throws
}
