import FleetDrivers
import Foundation
import Testing
import WaybillStores

/// The page "At scale" has this inbox.
private struct ShardedInbox: WebhookInbox {
    let shards: [SQLInbox]

    func add(_ messages: [InboxMessage], keepFor: Duration) async throws -> [Bool] {
        var added: [Bool] = []
        for message in messages { added += try await shards[shard(message.key)].add([message], keepFor: keepFor) }
        return added
    }

    /// By FNV-1a.
    private func shard(_ key: String) -> Int {
        let hash = key.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return Int(hash % UInt64(shards.count))
    }
}

@Suite struct ShardedInboxTests {
    @Test("each event is in one shard, also when it comes again, and each shard has its part")
    func shards() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shards-\(UUID())").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var shards: [SQLInbox] = []
        for number in 0..<4 {
            let file = try SQLiteFile("\(folder)/\(number).sqlite")
            try await SQLiteSchema.migrate(file)
            shards.append(SQLInbox(sqlite: file))
        }
        let messages = (0..<100).map { InboxMessage(webhook: "test", key: "evt_\($0)", content: [], details: "{}") }
        #expect(
            try await ShardedInbox(shards: shards).add(messages, keepFor: .seconds(60)) == messages.map { _ in true }
        )
        #expect(
            try await ShardedInbox(shards: shards).add(messages, keepFor: .seconds(60)) == messages.map { _ in false }
        )
        var waiting = 0
        for shard in shards {
            let figures = try await shard.figures()
            #expect(figures.waiting > 10)
            waiting += figures.waiting
        }
        #expect(waiting == 100)
    }
}
