/// Runs commands of Redis or Valkey: a client or a pool of one of their drivers.
///
/// There is no driver in this package: an executor is one function over the driver that a program has already.
///
/// valkey-swift:
///
/// ```swift
/// extension ValkeyClient: @retroactive RESPExecutor {
///     public func reply(to words: [String]) async throws -> RESPReply {
///         …
///     }
/// }
/// ```
public protocol RESPExecutor: Sendable {
    /// Runs one command.
    ///
    /// - Parameter words: The command's name and its arguments, in UTF-8. The first argument that is a key is that of every other,
    ///   so that a cluster finds the one server.
    /// - Throws: What the driver throws; so are errors that the server replies.
    func reply(to words: [String]) async throws -> RESPReply
}
