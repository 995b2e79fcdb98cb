/// Runs commands of Redis or Valkey: a client or a pool of one of their drivers.
///
/// There is no driver in this package: an executor is one function over the driver that a program has already.
///
/// RediStack:
///
/// ```swift
/// extension RedisConnectionPool: @retroactive RESPExecutor {
///     public func reply(to words: [String]) async throws -> RESPReply {
///         let arguments = words.dropFirst().map { RESPValue(from: $0) }
///         return try RESPReply(await send(command: words[0], with: arguments).get())
///     }
/// }
///
/// extension RESPReply {
///     init(_ value: RESPValue) throws {
///         switch value {
///         case .null: self = .null
///         case .integer(let number): self = .integer(Int64(number))
///         case .simpleString, .bulkString: self = .text(value.string ?? "")
///         case .array(let values): self = .array(try values.map { try RESPReply($0) })
///         case .error(let error): throw error
///         }
///     }
/// }
/// ```
///
/// valkey-swift has a type for each command; one that takes any words sends them as they are:
///
/// ```swift
/// struct Words: ValkeyCommand {
///     typealias Response = RESPToken
///     static var name: String { "WORDS" }
///     let words: [String]
///     var keysAffected: [ValkeyKey] { [ValkeyKey(words[words[0] == "EVAL" ? 3 : 1])] }
///     func encode(into encoder: inout ValkeyCommandEncoder) { encoder.encodeArray(words) }
/// }
///
/// extension ValkeyClient: @retroactive RESPExecutor {
///     public func reply(to words: [String]) async throws -> RESPReply {
///         try RESPReply(await execute(Words(words: words)))
///     }
/// }
///
/// extension RESPReply {
///     init(_ token: RESPToken) throws {
///         switch token.value {
///         case .null: self = .null
///         case .number(let number): self = .integer(number)
///         case .simpleString(let text), .bulkString(let text): self = .text(String(buffer: text))
///         case .array(let tokens): self = .array(try tokens.map { try RESPReply($0) })
///         default: throw UnexpectedReply()      // an error of your own
///         }
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
