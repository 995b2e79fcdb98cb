import HTTPTypes
@_spi(Generated) import WaybillRuntime
import WaybillTransportTesting

/// Many calls of one kind, some of them at once, each to a path of its own.
struct CallBatch: Sendable {
    let client: PeerClient
    let call: PeerCall
    let count: Int
    /// How many are under way at once.
    let atOnce: Int
    var maxAttempts: Int?
    /// What each of those waits before its next call.
    var pause: Duration?

    /// The failures, by path.
    func failures() async -> [String: FailureReport] {
        await withTaskGroup { group in
            for worker in 0..<atOnce {
                group.addTask {
                    var failures: [String: FailureReport] = [:]
                    for index in stride(from: worker, to: count, by: atOnce) {
                        if let pause { try? await Task.sleep(for: pause) }
                        let path = "/\(call.rawValue)/\(index)"
                        failures[path] = await failure(path)
                    }
                    return failures
                }
            }
            return await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }
    }

    private func failure(_ path: String) async -> FailureReport? {
        var options = CallOptions()
        options.maxAttempts = maxAttempts
        do {
            _ = try await client.core.send(call.request(path: path), options: options)
            return nil
        } catch {
            return error
        }
    }
}
