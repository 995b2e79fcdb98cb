import Depot
import WaybillRuntime

/// One thing that programs do with the deployed client.
struct ClientUse: Sendable {
    let name: String
    /// The example of the spec that shows the same call.
    var example: String?
    /// Does it, and tells what it has found beside values.
    let run: @Sendable (DeployedClient) async throws -> Set<String>

    init(_ name: String, example: String? = nil, run: @escaping @Sendable (DeployedClient) async throws -> Set<String>)
    {
        self.name = name
        self.example = example
        self.run = run
    }

    static let all =
        sending + reading + [
            ClientUse("report", example: "seen") { client in
                try await client.gate.gates.report(event: GateEvent(what: "open", card: "c1")).found
            },
            ClientUse("report more") { client in
                let event = GateEvent(what: "open", plate: "p1", fields: ["by": "a"])
                return try await client.gate.gates.report(event: event).found
            },
        ]

    private static let sending: [ClientUse] = [
        ClientUse("send", example: "sent") { client in
            let (to, speed) = (Address(line: "Main Street 1"), Speed.fast)
            let parcels = client.depot.parcels
            return try await parcels.send("box", to: to, grams: 500, speed: speed, reference: "r1").found
        },
        send("least") { $0.send("box", to: $1, grams: 5) },
        send("lightest") { $0.send("box", to: $1, grams: 1) },
        send("heaviest") { $0.send("box", to: $1, grams: 30_000) },
        send("slow") { $0.send("box", to: $1, grams: 5, speed: .slow) },
        send("insured") { $0.send("box", to: $1, grams: 5, insured: true) },
        send("with a note") { $0.send("box", to: $1, grams: 5, note: String(repeating: "Not 1 ", count: 13)) },
        send("with a wide note") { $0.send("box", to: $1, grams: 5, note: String(repeating: "€", count: 80)) },
        send("with a blank tag") { $0.send("box", to: $1, grams: 5, tags: [" "]) },
        send("with tags") { $0.send("box", to: $1, grams: 5, tags: (1...10).map(String.init)) },
        send("with words") { $0.send("box", to: $1, grams: 5, content: Content(words: "w")) },
        send("pallet") { $0.send("box", to: $1, grams: 5, content: Content(load: .pallet(Pallet(layers: 1)))) },
        send("boxes") { $0.send("box", to: $1, grams: 5, content: Content(load: .boxes(["a"]))) },
        send("crates") { $0.send("box", to: $1, grams: 5, content: Content(load: .crates([1]))) },
        send("far") { parcels, _ in
            parcels.send("box", to: Address(line: String(repeating: "l", count: 200), city: "c"), grams: 5)
        },
        send("with a long key") { $0.send("box", to: $1, grams: 5, idempotencyKey: String(repeating: "k", count: 64)) },
        ClientUse("send again") { client in
            let to = Address(line: "Main Street 1")
            let parcels = client.depot.parcels
            _ = try await parcels.send("box", to: to, grams: 5, reference: "r", idempotencyKey: "k1")
            return try await parcels.send("box", to: to, grams: 5, reference: "r", idempotencyKey: "k1").found
        },
        ClientUse("send elsewhere") { client in
            try await client.staging.parcels.send("box", to: Address(line: "Main Street 1"), grams: 5).found
        },
    ]

    private static func send(
        _ name: String,
        _ request: @escaping @Sendable (DepotClient.Parcels.Type, Address) -> APIRequest<DepotClient, Parcel>
    ) -> ClientUse {
        ClientUse("send \(name)") { client in
            try await client.depot.send(request(DepotClient.Parcels.self, Address(line: "Main Street 1"))).found
        }
    }

    /// Walks a list, and ends one that never ends.
    private static func walk(
        _ name: String,
        _ list: @escaping @Sendable (DepotClient.Parcels) -> APIPages<DepotClient, ParcelPage, Parcel>
    ) -> ClientUse {
        ClientUse(name) { client in
            var pages: [String] = []
            for try await page in list(client.depot.parcels).pages {
                pages.append(page.value.rows.map(\.id).joined(separator: "+"))
                if pages.count == 5 { break }
            }
            return ["pages \(pages.joined(separator: ", "))"]
        }
    }

    private static let reading: [ClientUse] = [
        ClientUse("fetch", example: "one") { try await $0.depot.parcels.fetch("p1", full: true).found },
        ClientUse("fetch traced") { try await $0.depot.parcels.fetch("p1", full: false, trace: "t").found },
        ClientUse("wait") { try await $0.depot.parcels.waitUntilDelivered("p1").found },
        ClientUse("search", example: "some") { try await $0.depot.parcels.search(limit: 2).found },
        ClientUse("search further") { client in
            try await client.depot.parcels.search(page: 1, limit: 100, cursor: "c").found
        },
        walk("search all") { $0.searchAll(limit: 1) },
        walk("search all in any size") { $0.searchAll() },
        ClientUse("cancel", example: "done") { try await $0.depot.parcels.cancel(parcelID: "p1").found },
    ]
}

extension APIResponse {
    /// What is known of the answer beside its value.
    fileprivate var found: Set<String> {
        var found: Set<String> = []
        if http.requestID != nil { found.insert("a request id") }
        if http.rateLimit?.limit != nil { found.insert("a limit") }
        if http.rateLimit?.remaining != nil { found.insert("what remains of it") }
        if http.isReplayed { found.insert("that it is a replay") }
        return found
    }
}
