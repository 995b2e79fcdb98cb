import FaultPeer
@_spi(Generated) import WaybillRuntime

/// Many calls without a pause, and without faults: what each of them leaves behind would add up.
struct ManyCalls: Sendable {
    /// Memory and descriptors, after the first tenth and after everything.
    struct Row: Sendable {
        let title: String
        let calls: Int
        let failed: Int
        let connections: Int
        let memory: (warm: Int, end: Int)
        let descriptors: (warm: Int, end: Int)
    }

    /// How many calls with a body to read, one after the other.
    let sequential: Int
    /// How many calls without a body to read, a hundred at once.
    let bodiless: Int

    func rows() async throws -> [Row] {
        [
            try await row("one after the other", sequential, atOnce: 1) { client, number in
                _ = try await client.send(SoakClient.request(.read, number))
            },
            try await row("100 at once, without a body to read", bodiless, atOnce: 100) { client, _ in
                _ = try await client.send(SoakClient.bodiless)
            },
        ]
    }

    private func row(
        _ title: String,
        _ calls: Int,
        atOnce: Int,
        _ call: @escaping @Sendable (SoakClient, Int) async throws -> Void
    ) async throws -> Row {
        // No number is known to it, so that nothing goes wrong.
        let peer = try SoakServer.start(SoakLedger(capacity: 0))
        defer { peer.stop() }
        let client = try SoakClient(url: peer.url)
        let tenth = calls / 10
        var failed = await batch(0..<tenth, atOnce, client, call)
        let warm = (ProcessMemory.resident(), OpenDescriptors.count() ?? 0)
        failed += await batch(tenth..<calls, atOnce, client, call)
        return Row(
            title: title,
            calls: calls,
            failed: failed,
            connections: peer.connectionCount,
            memory: (warm.0, ProcessMemory.resident()),
            descriptors: (warm.1, OpenDescriptors.count() ?? 0)
        )
    }

    /// Makes calls, and counts those that fail.
    private func batch(
        _ numbers: Range<Int>,
        _ atOnce: Int,
        _ client: SoakClient,
        _ call: @escaping @Sendable (SoakClient, Int) async throws -> Void
    ) async -> Int {
        await withTaskGroup { group in
            for worker in 0..<atOnce {
                group.addTask {
                    var failed = 0
                    for number in stride(from: numbers.lowerBound + worker, to: numbers.upperBound, by: atOnce) {
                        do { try await call(client, number) } catch { failed += 1 }
                    }
                    return failed
                }
            }
            return await group.reduce(0, +)
        }
    }
}

extension ManyCalls.Row {
    /// What is wrong; empty where nothing is.
    ///
    /// Memory may have grown by a MiB, and by 16 bytes for each call.
    var broken: [String] {
        var broken: [String] = []
        if failed > 0 { broken.append("\(failed) calls failed") }
        if memory.end > memory.warm + 1_048_576 + 16 * calls { broken.append("memory grows") }
        if descriptors.end > descriptors.warm + 2 { broken.append("descriptors are left open") }
        return broken
    }

    /// Its line of the table.
    var line: (String, String, String) {
        let memory = [memory.warm, memory.end].map { SoakFigures.decimal(Double($0) / 1_048_576) }
        let figures = [
            "\(calls) calls", "\(connections) connections", "\(memory[0]) to \(memory[1]) MiB",
            "\(descriptors.warm) to \(descriptors.end) descriptors",
        ]
        return (title, figures.joined(separator: ", "), broken.isEmpty ? "holds" : broken.joined(separator: ", "))
    }
}
