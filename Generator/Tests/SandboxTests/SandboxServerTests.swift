import FlyingSocks
import Foundation
import Synchronization
import Testing
import WaybillJSON

@testable import Sandbox

/// The server over real sockets.
@Suite(.timeLimit(.minutes(30))) struct SandboxServerTests {
    private static let sync = #"{"device_id":3,"template_id":12,"phone":"+8801617738431","async":false}"#
    private static let path = "/api/v1/public/messages"

    /// Serves a spec while the body runs.
    private func serve(
        options: SandboxOptions = SandboxOptions(),
        log: (@Sendable (String) -> Void)? = nil,
        _ body: (RawClient) async throws -> Void
    ) async throws {
        let sandbox = Sandbox(try SpecFixture.repository("walinko"), options: options, log: log)
        let port = try await sandbox.start()
        do {
            try await body(RawClient(port: UInt16(port)))
        } catch {
            await sandbox.stop()
            throw error
        }
        await sandbox.stop()
    }

    private func post(_ fault: String? = nil, key: String = "k") -> String {
        RawClient.request(
            "POST",
            Self.path,
            Self.sync,
            headers: ["Authorization: Bearer walk_live_sandbox.secret", "Idempotency-Key: \(key)"]
                + (fault.map { ["X-Sandbox-Fault: \($0)"] } ?? [])
        )
    }

    @Test("A request is answered, and logged in one line without secrets")
    func answers() async throws {
        let lines = Mutex<[String]>([])
        try await serve(log: { line in lines.withLock { $0.append(line) } }) { client in
            let answer = try await client.exchange(post())
            #expect(answer.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.head.contains("X-RateLimit-Remaining: 29"))
            #expect(try JSONValue(parsing: answer.body)["data"]?["device_id"] == 3)
        }
        let line = try #require(lines.withLock { $0.first })
        #expect(line.wholeMatch(of: /POST \/api\/v1\/public\/messages 200 in \d+\.\d ms \(messages\.send\)/) != nil)
    }

    @Test("One connection carries many requests, without waiting for acknowledgements")
    func keepAlive() async throws {
        try await serve(options: SandboxOptions(rate: SandboxRate(limit: 1000, window: 1000))) { client in
            let connection = try client.connect()
            var (kept, fresh): ([Duration], [Duration]) = ([], [])
            for number in 0..<50 {
                let start = ContinuousClock.now
                try await connection.send(post(key: "k\(number)"))
                #expect(try await connection.receive().head.hasPrefix("HTTP/1.1 200"))
                let middle = ContinuousClock.now
                #expect(try await client.exchange(post(key: "f\(number)")).head.hasPrefix("HTTP/1.1 200"))
                kept.append(middle - start)
                fresh.append(ContinuousClock.now - middle)
            }
            // A new connection never waits for a delayed acknowledgement, which comes after 40 ms.
            #expect(kept.sorted()[25] < fresh.sorted()[25] * 5)
        }
    }

    @Test("Many requests at once")
    func atOnce() async throws {
        try await serve(options: SandboxOptions(rate: SandboxRate(limit: 1000, window: 1000))) { client in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    let request = post(key: "k\(number)")
                    group.addTask { try await client.exchange(request).head.hasPrefix("HTTP/1.1 200") }
                }
                for try await isAnswered in group { #expect(isAnswered) }
            }
        }
    }

    @Test("A closed connection gives no byte, and the retry is a replay")
    func close() async throws {
        try await serve { client in
            let connection = try client.connect()
            try await connection.send(post("close"))
            #expect(try await connection.readToEnd().isEmpty)
            #expect(try await client.exchange(post()).head.contains("Idempotent-Replayed: true"))
        }
    }

    @Test("A reset connection fails the read")
    func reset() async throws {
        try await serve { client in
            let connection = try client.connect()
            try await connection.send(post("reset"))
            await #expect(throws: RawClient.Reset.self) { try await connection.readToEnd() }
        }
    }

    @Test("A truncated body ends before its length")
    func truncate() async throws {
        try await serve { client in
            let connection = try client.connect()
            try await connection.send(post("truncate"))
            let answer = RawClient.Answer(try await connection.readToEnd())
            let length = try #require(answer.contentLength)
            #expect(answer.head.hasPrefix("HTTP/1.1 200"))
            #expect(answer.body.count == length / 2)
        }
    }

    @Test("A delayed answer comes late")
    func delay() async throws {
        try await serve { client in
            let start = ContinuousClock.now
            let answer = try await client.exchange(post("delay=150ms"))
            #expect(answer.head.hasPrefix("HTTP/1.1 200"))
            #expect(ContinuousClock.now - start >= .milliseconds(150))
        }
    }

    @Test("A body above the limit is refused unread, and the connection closed")
    func tooLarge() async throws {
        try await serve(options: SandboxOptions(bodyLimit: 100)) { client in
            let connection = try client.connect()
            try await connection.send(
                RawClient.request("POST", Self.path, "", headers: ["Content-Length: 5000000000"], length: false)
            )
            let answer = RawClient.Answer(try await connection.readToEnd())
            #expect(answer.head.hasPrefix("HTTP/1.1 413"))
            #expect(answer.contentLength == answer.body.count)
        }
    }

    @Test("Only 127.0.0.1 is bound, a taken port is an error, and a stopped server is gone")
    func lifecycle() async throws {
        let spec = try SpecFixture.repository("walinko")
        let sandbox = Sandbox(spec)
        let port = try await sandbox.start()
        #expect(throws: (any Error).self) { try RawClient(host: "127.0.0.2", port: UInt16(port)).connect() }
        await #expect(throws: SandboxFailure.alreadyListening) { try await sandbox.start() }
        let second = Sandbox(spec, options: SandboxOptions(port: UInt16(port)))
        await #expect(throws: (any Error).self) { try await second.start() }
        await sandbox.stop()
        #expect(throws: (any Error).self) { try RawClient(port: UInt16(port)).connect() }
        #expect(try await second.start() == port)
        await second.stop()
    }

    @Test("Running ends with its task")
    func run() async throws {
        let sandbox = Sandbox(try SpecFixture.repository("walinko"))
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let task = Task { try await sandbox.run { continuation.yield($0) } }
        let port = try #require(await ports.first { _ in true })
        #expect(try await RawClient(port: UInt16(port)).exchange(post()).head.hasPrefix("HTTP/1.1 200"))
        task.cancel()
        try await task.value
        #expect(throws: (any Error).self) { try RawClient(port: UInt16(port)).connect() }
    }
}
