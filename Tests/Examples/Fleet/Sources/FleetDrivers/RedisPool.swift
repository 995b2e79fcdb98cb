import CRedis
import Synchronization
import WaybillStores

/// Connections of Redis by hiredis: what the stores need of a driver, and nothing more.
public struct RedisPool: RESPExecutor {
    private let pool: Pool<RedisConnection>

    /// Makes connections, each of which is opened at its first command.
    public init(port: Int32, connections: Int = 8) {
        pool = Pool((0..<connections).map { _ in RedisConnection(port) })
    }

    /// Runs a command on one of them.
    public func reply(to words: [String]) async throws -> RESPReply {
        let connection = await pool.take()
        do {
            let reply = try await connection.reply(to: words)
            await pool.put(connection)
            return reply
        } catch {
            await pool.put(connection)
            throw error
        }
    }
}

/// One connection, made at its first command and again after it broke.
private final class RedisConnection: Sendable {
    private struct Handle: @unchecked Sendable {
        let pointer: UnsafeMutablePointer<redisContext>
    }

    private let port: Int32
    private let lane = Lane("redis")
    private let handle = Mutex<Handle?>(nil)

    init(_ port: Int32) { self.port = port }

    deinit {
        if let handle = handle.withLock({ $0 }) { redisFree(handle.pointer) }
    }

    func reply(to words: [String]) async throws -> RESPReply {
        try await lane.run { [self] in try send(words) }
    }

    private func send(_ words: [String]) throws -> RESPReply {
        let pointer = try open().pointer
        let bytes = words.map { Array($0.utf8) }
        let lengths = bytes.map(\.count)
        let storage = bytes.map { bytes in
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, bytes.count))
            for (index, byte) in bytes.enumerated() { copy[index] = CChar(bitPattern: byte) }
            return copy
        }
        defer { for copy in storage { copy.deallocate() } }
        var arguments = storage.map { UnsafePointer<CChar>?($0) }
        guard let answer = redisCommandArgv(pointer, Int32(words.count), &arguments, lengths) else {
            let text = "\(pointer.pointee.err)"
            handle.withLock { $0 = nil }
            redisFree(pointer)
            throw DriverError(description: "redis: error \(text)")
        }
        defer { freeReplyObject(answer) }
        return try Self.reply(answer.assumingMemoryBound(to: redisReply.self).pointee)
    }

    private func open() throws -> Handle {
        try handle.withLock { handle in
            if let open = handle { return open }
            guard let pointer = redisConnect("127.0.0.1", port) else { throw DriverError(description: "no memory") }
            guard pointer.pointee.err == 0 else {
                defer { redisFree(pointer) }
                throw DriverError(description: "redis: no connection")
            }
            let made = Handle(pointer: pointer)
            handle = made
            return made
        }
    }

    private static func reply(_ reply: redisReply) throws -> RESPReply {
        switch reply.type {
        case REDIS_REPLY_NIL: return .null
        case REDIS_REPLY_INTEGER: return .integer(reply.integer)
        case REDIS_REPLY_STRING, REDIS_REPLY_STATUS: return .text(text(reply))
        case REDIS_REPLY_ARRAY:
            return .array(try (0..<reply.elements).compactMap { reply.element[$0] }.map { try Self.reply($0.pointee) })
        default: throw DriverError(description: text(reply))
        }
    }

    private static func text(_ reply: redisReply) -> String {
        String(decoding: UnsafeRawBufferPointer(start: reply.str, count: reply.len), as: UTF8.self)
    }
}
