import Depot
import WaybillRuntime

/// A call of the deployed client whose answer has a value.
struct AnswerCall: Sendable {
    /// What a client makes of an answer.
    enum Reading: Sendable, Hashable {
        /// The places at which it finds something, and what it cannot read.
        case read(Set<String>, unread: [String])
        case failed(String)
    }

    let name: String
    let run: @Sendable (DeployedClient) async throws -> Reading

    private init<Value>(_ name: String, _ call: @escaping @Sendable (DeployedClient) async throws -> APIResponse<Value>)
    {
        self.name = name
        run = { client in
            let answer = try await call(client)
            return .read(SeenPlaces.of(answer.value), unread: answer.http.unread.map(\.description))
        }
    }

    /// Every operation of the deployed client.
    static let all = [
        AnswerCall("send") { try await $0.depot.parcels.send("box", to: Address(line: "Main Street 1"), grams: 5) },
        AnswerCall("fetch") { try await $0.depot.parcels.fetch("p1") },
        AnswerCall("search") { try await $0.depot.parcels.search() },
        AnswerCall("cancel") { try await $0.depot.parcels.cancel(parcelID: "p1") },
        AnswerCall("report") { try await $0.gate.gates.report(event: GateEvent(what: "open", card: "c1")) },
    ]

    /// What the client makes of an answer.
    func reading(status: Int, body: [UInt8]) async throws -> Reading {
        let client = try DeployedClient(status: status, body: body)
        do { return try await run(client) } catch { return .failed("\(error)") }
    }
}
