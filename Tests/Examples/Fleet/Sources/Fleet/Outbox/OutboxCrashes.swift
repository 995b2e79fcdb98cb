import ArgumentParser
import FleetDrivers
import Foundation
import WaybillStores

/// Kills senders, and counts what became of their orders.
struct OutboxCrashes {
    enum Place: String, CaseIterable, ExpressibleByArgument {
        case postgres
        case sqlite
    }

    struct Report {
        let place: Place
        let crashes: Int
        let orders: Int
        /// Orders whose messages went out more than once.
        let twice: Int
        /// Orders whose messages never went out.
        let never: Int
        /// Orders that the outbox does not call sent, and messages without an order.
        let misfiled: Int

        static let head = """
            | outbox on | crashes | orders | sent twice | never sent | misfiled |
            | --- | --- | --- | --- | --- | --- |
            """

        var row: String { "| \(place.rawValue) | \(crashes) | \(orders) | \(twice) | \(never) | \(misfiled) |" }

        var isGood: Bool { orders > 0 && twice == 0 && never == 0 && misfiled == 0 }
    }

    private let crashes: Int
    private let place: Place

    init(_ crashes: Int, _ place: Place) {
        self.crashes = crashes
        self.place = place
    }

    func run() async throws -> Report {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fleet-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let orders = try await address(folder)
        let server = try KeyedServer()
        let sender = try Sender(server: server.url, orders: orders)
        try await sender.book.prepare()

        try await withThrowingTaskGroup { group in
            for lane in 0..<4 {
                let lives = crashes / 4 + (lane < crashes % 4 ? 1 : 0)
                group.addTask {
                    for life in 0..<lives { try await kill("\(lane)-\(life)", server: server.url, orders: orders) }
                }
            }
            try await group.waitForAll()
        }
        try await sender.finish()
        return try await report(sender, server)
    }

    /// A schema of its own, or a file.
    private func address(_ folder: String) async throws -> String {
        if place == .sqlite { return "\(folder)/orders.sqlite" }
        let root = ProcessInfo.processInfo.environment["FLEET_POSTGRES"] ?? "host=run-it-by-servers.sh"
        let schema = "s" + UUID().uuidString.lowercased().replacing("-", with: "")
        _ = try await PostgresPool(root, connections: 1).rows(of: SQLStatement("CREATE SCHEMA \(schema)"))
        return "\(root) options='-c search_path=\(schema)'"
    }

    /// Starts a sender, and kills it at some moment of its first 300 ms.
    private func kill(_ name: String, server: String, orders: String) async throws {
        let process = Process()
        process.executableURL = Bundle.main.executableURL
        process.arguments = ["sender", server, orders, name]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        await blocking { _ = output.fileHandleForReading.availableData }
        try await Task.sleep(for: .microseconds(Int.random(in: 0...300_000)))
        _ = Foundation.kill(process.processIdentifier, SIGKILL)
        await blocking { process.waitUntilExit() }
    }

    private func blocking(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                body()
                continuation.resume()
            }
        }
    }

    private func report(_ sender: Sender, _ server: KeyedServer) async throws -> Report {
        let orders = try await sender.book.orders()
        let sent = try await sender.outbox.figures().sent
        let messages = server.messages
        return Report(
            place: place,
            crashes: crashes,
            orders: orders.count,
            twice: messages.values.count { $0 > 1 },
            never: orders.count { messages[$0] == nil },
            misfiled: abs(orders.count - sent) + Set(messages.keys).subtracting(orders).count
        )
    }
}
