import FleetDrivers
import Foundation
import Walinko
import WaybillStores

/// Messages that go out, by a transport that answers at once.
enum SendLoad {
    private struct PromptTransport: Transport {
        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            let body = #"{"data":{"tracking_id":"tx_00000000000000000000000000000000","status":"sent"}}"#
            return TransportResponse(status: 200, headers: [.contentType: "application/json"], body: Array(body.utf8))
        }
    }

    static func all(_ postgres: PostgresPool, _ file: SQLiteFile) throws -> [Load] {
        let client = try WalinkoClient(
            apiKey: "walk_live_speed.secret",
            configuration: ClientConfiguration(transport: PromptTransport())
        )
        let direct = Load(name: "message, sent", engine: "none") { _ in _ = try await client.send(request) }
        let stores = [("PostgreSQL", SQLOutbox(postgres: postgres)), ("SQLite", SQLOutbox(sqlite: file))]
        return [direct] + stores.map { engine, store in outbox(Outbox(client, in: store), engine) }
    }

    /// Put into the outbox, and sent from there by whoever is next.
    private static func outbox(_ outbox: Outbox<WalinkoClient, SQLOutbox>, _ engine: String) -> Load {
        let run = UUID().uuidString
        return Load(name: "message, by the outbox", engine: engine) { number in
            try await outbox.add(request, id: "\(number)-\(run)")
            _ = try await outbox.work()
        }
    }

    private static var request: APIRequest<WalinkoClient, SentMessage> {
        WalinkoClient.Messages.send(deviceID: 1, templateID: 12, phone: "+8801617738431")
    }
}
