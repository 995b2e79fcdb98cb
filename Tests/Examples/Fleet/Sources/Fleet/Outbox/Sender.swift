import Foundation
import Walinko
import WaybillStores

/// The outbox of a shop, with short times: servers here answer within a tenth of a second.
struct Sender {
    let book: OrderBook
    let outbox: Outbox<WalinkoClient, SQLOutbox>

    /// - Parameters:
    ///   - server: What it sends to.
    ///   - address: Where its orders are.
    init(server: String, orders address: String) throws {
        book = try OrderBook(address)
        let client = try WalinkoClient(
            apiKey: "walk_live_fleet.secret",
            configuration: ClientConfiguration(baseURL: server)
        )
        let rules = OutboxRules(
            limit: .milliseconds(400),
            patience: .milliseconds(300),
            retries: OutboxRetries(attempts: 1_000, first: .milliseconds(20), longest: .milliseconds(200))
        )
        outbox = Outbox(client, in: book.outbox, rules: rules)
    }

    /// Four workers beside one who takes orders, for as long as it lives.
    func work(as name: String) async throws {
        // Not by way of a buffer, which would be full of it only at the end.
        FileHandle.standardOutput.write(Data("ready\n".utf8))
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 { group.addTask { try await send { false } } }
            group.addTask {
                for number in 1... {
                    try await takeOrder("\(name)-\(number)")
                    try await Task.sleep(for: .milliseconds(30))
                }
            }
            try await group.waitForAll()
        }
    }

    /// Sends until there is nothing left.
    func finish() async throws {
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    try await send {
                        let figures = try await outbox.figures()
                        return figures.queued + figures.sending == 0
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func send(until isDone: () async throws -> Bool) async throws {
        while true {
            guard case .idle = try await outbox.work() else { continue }
            if try await isDone() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// The order and its message are there together, or neither is.
    private func takeOrder(_ id: String) async throws {
        let request = WalinkoClient.Messages.send(
            deviceID: 1,
            templateID: 12,
            phone: "+8801617738431",
            variables: ["order": id]
        )
        try await book.take(id, outbox.message(request, id: id))
    }
}
