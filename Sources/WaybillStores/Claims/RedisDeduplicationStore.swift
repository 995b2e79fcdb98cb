/// Keeps claims in Redis or Valkey, shared by all processes that take a service's webhooks.
///
/// An event is worked on at least once, and twice where the work outlives its lease, or its process or the connection
/// ends between the work and its completion: the work has to bear that. What the server forgets is worked on again too:
/// where a restart may forget the last second (`appendfsync everysec`), or a replica takes over that had not heard of a claim.
/// Where the effects are rows of a PostgreSQL database, ``PostgresTransactions`` does each event exactly once.
///
/// It needs Redis 7.0 or any Valkey. Nothing has to be cleaned up: keys end by themselves. Set `maxmemory-policy noeviction`, since a key
/// that is evicted is an event that may be worked on twice.
public struct RedisDeduplicationStore: DeduplicationStore {
    private static let done = "done"

    private let executor: any RESPExecutor
    private let prefix: String

    /// Makes a store.
    ///
    /// - Parameters:
    ///   - executor: What runs the commands.
    ///   - prefix: What the keys begin with, apart from those of other programs.
    public init(_ executor: any RESPExecutor, prefix: String = "waybill:claim:") {
        self.executor = executor
        self.prefix = prefix
    }

    /// Claims a key, unless another claim holds it or it is done.
    public func claim(_ key: String, as claim: ClaimID, lease: Duration) async throws -> ClaimResult {
        let words = ["SET", prefix + key, claim.text, "NX", "GET", "PX", Self.milliseconds(lease)]
        switch try await executor.reply(to: words) {
        case .null, .text(claim.text): return .claimed
        case .text(Self.done): return .done
        case .text: return .busy
        default: throw UnexpectedAnswer(question: "claiming an event")
        }
    }

    /// Turns a claim into a key that is done; false where it no longer holds the key.
    public func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) async throws -> Bool {
        try await isHeld(Self.complete, key, [claim.text, Self.done, Self.milliseconds(keepFor)])
    }

    /// Frees a key that the claim holds.
    public func release(_ key: String, _ claim: ClaimID) async throws {
        _ = try await isHeld(Self.release, key, [claim.text])
    }

    private func isHeld(_ script: String, _ key: String, _ arguments: [String]) async throws -> Bool {
        switch try await executor.reply(to: ["EVAL", script, "1", prefix + key] + arguments) {
        case .integer(let count): return count > 0
        default: throw UnexpectedAnswer(question: "ending a claim")
        }
    }

    private static func milliseconds(_ duration: Duration) -> String {
        guard case .integer(let number) = SQLValue.milliseconds(duration) else { return "1" }
        return "\(max(1, number))"
    }

    private static let complete = """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
        return 1
        """

    private static let release = """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        return redis.call('DEL', KEYS[1])
        """
}
