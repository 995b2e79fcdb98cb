/// Gives out the places under a service's rate from Redis or Valkey, to all who send with the same credentials.
///
/// ```swift
/// let pacer = RedisPacer(client)
/// let configuration = ClientConfiguration(pacing: .documented(sharedBy: pacer))
/// ```
///
/// Each call is one script with one key, decided by the server's clock. What the server forgets, as after a restart without its last second,
/// or where a replica takes over, it gives out again. It needs Redis 6.2 or any Valkey; keys end by themselves.
public struct RedisPacer: Pacer {
    private let executor: any RESPExecutor
    private let prefix: String

    /// Makes a pacer.
    ///
    /// - Parameters:
    ///   - executor: What runs the commands.
    ///   - prefix: What the keys begin with, apart from those of other programs.
    public init(_ executor: any RESPExecutor, prefix: String = "waybill:pace:") {
        self.executor = executor
        self.prefix = prefix
    }

    /// Takes the next place under a key; nil, with nothing taken, where it is further away than the limit.
    public func reserve(
        _ key: String,
        _ rates: [RequestRate],
        after lead: Duration,
        within limit: Duration?
    ) async throws -> PacePlace? {
        let windows = rates.flatMap { ["\($0.limit)", "\($0.window.wholeMicroseconds)"] }
        let arguments = ["\(limit?.wholeMicroseconds ?? -1)", "\(lead.wholeMicroseconds)"] + windows
        switch try await executor.reply(to: ["EVAL", RedisPacerScripts.reserve, "1", prefix + key] + arguments) {
        case .null: return nil
        case .array(let parts):
            guard case .text(let time)? = parts.first, case .integer(let wait)? = parts.last, let time = Int64(time)
            else { break }
            return PacePlace(time: .microseconds(time), wait: .microseconds(wait))
        default: break
        }
        throw UnexpectedAnswer(question: "taking a place under a rate")
    }

    /// Gives back a place that was not used.
    public func release(_ key: String, _ place: PacePlace) async throws {
        _ = try await executor.reply(to: ["ZREM", prefix + key, "\(place.microseconds)"])
    }

    /// Gives out no place under a key for a time.
    public func hold(_ key: String, for duration: Duration) async throws {
        let arguments = ["EVAL", RedisPacerScripts.hold, "1", prefix + key, "\(duration.wholeMicroseconds)"]
        _ = try await executor.reply(to: arguments)
    }
}
