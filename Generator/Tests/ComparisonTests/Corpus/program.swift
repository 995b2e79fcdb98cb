// A program that uses everything that the client of `base` has: it compiles as long as nothing of that is gone or changed.

import Depot
import Foundation
import HTTPTypes

func clients(secret: String, transport: some Transport) throws -> (DepotClient, GateClient) {
    let kinds: [String]? = ["box"]
    let paths = DepotClient.Paths(parcelsCancel: "/x/{parcel_id}")
    let depot = try DepotClient(
        shopID: "s1",
        keyID: "k",
        secret: secret,
        region: "eu",
        kinds: kinds,
        server: .staging,
        paths: paths,
        configuration: ClientConfiguration()
    )
    _ = try DepotClient(shopID: "s1", keyID: "k", secret: secret)
    let gate = try GateClient(endpoint: "https://gates.example/one/gate")
    return (depot, gate)
}

func name(_ server: DepotClient.Server) -> String {
    switch server {
    case .production: "production"
    case .staging: "staging"
    }
}

func calls(_ depot: DepotClient, _ gate: GateClient, to: Address, speed: Speed?) async throws(DepotError) -> [Parcel] {
    let tags: [String]? = ["a"]
    let grams: Int = 5
    let insured: Bool = true
    let content: Content? = Content(words: "w", load: .boxes(["a"]))
    let sent: APIResponse<Parcel> = try await depot.parcels.send(
        "box",
        to: to,
        grams: grams,
        speed: speed,
        note: nil as String?,
        tags: tags,
        insured: insured,
        reference: "r" as String?,
        content: content,
        idempotencyKey: "k1",
        options: CallOptions()
    )
    _ = try await depot.parcels.send("box", to: to, grams: grams)
    let request: APIRequest<DepotClient, Parcel> = DepotClient.Parcels.send("box", to: to, grams: grams)
    _ = request
    let id: String = sent.value.id
    let fetched: APIResponse<Parcel> = try await depot.parcels.fetch(id, full: true as Bool?, trace: "t" as String?)
    _ = DepotClient.Parcels.fetch(id)
    let page: APIResponse<ParcelPage> = try await depot.parcels.search(page: 1, limit: 2, cursor: nil as String?)
    _ = DepotClient.Parcels.search()
    _ = depot.parcels.searchAll(limit: 5)
    let cancelled: APIResponse<NoContent> = try await depot.parcels.cancel(parcelID: id)
    _ = cancelled
    _ = DepotClient.Parcels.cancel(parcelID: id)
    let waited: APIResponse<Parcel> = try await depot.parcels.waitUntilDelivered(id)
    _ = waited
    let reported: APIResponse<NoContent> = try await gate.gates.report(event: GateEvent(what: "open", fields: ["a": 1]))
    _ = reported
    _ = GateClient.Gates.report(event: GateEvent(what: "open"))
    let rows: [Parcel] = page.value.rows
    return [sent.value, fetched.value] + rows
}

func models(_ parcel: Parcel, _ page: ParcelPage) -> [String] {
    let state: ParcelState = parcel.state
    let grams: Int = parcel.grams
    guard let sentAt: Date = parcel.sentAt else { return [] }
    let stops: [Stop] = parcel.stops
    guard let load: Handling = parcel.load else { return [] }
    guard let price: Decimal = parcel.price else { return [] }
    guard let label: String = parcel.label else { return [] }
    let isDelivered: Bool = parcel.isDelivered
    let stop: Stop? = parcel[stop: "Hub"]
    let copy = Parcel(
        id: "p",
        state: state,
        grams: grams,
        sentAt: sentAt,
        stops: stops,
        load: load,
        price: price,
        label: label
    )
    guard let meta: PageMeta = page.meta else { return [] }
    guard let more: Bool = meta.more, let cursor: String = meta.cursor else { return [] }
    _ = ParcelPage(rows: [copy], meta: PageMeta(more: more, cursor: cursor))
    guard let at: Date = stops[0].at else { return [] }
    _ = Stop(name: "Hub", at: at)
    let address = Address(line: "Main Street 1", city: nil as String?)
    guard let city: String = address.city else { return [] }
    let event = GateEvent(what: "open")
    let pallet = Pallet(layers: 3)
    let layers: Int = pallet.layers
    let details = AddressDetails(line: nil as String?)
    guard let line: String = details.line else { return [] }
    return ["\(isDelivered)", stop?.name ?? "", city, address.line, event.what, "\(layers)", line]
        + event.fields.keys
}

func words(_ state: ParcelState, _ speed: Speed, _ code: DepotErrorCode) -> [Bool] {
    let known: [ParcelState] = [.waiting, .moving, .delivered]
    let codes: [DepotErrorCode] = [.badAddress, .tooHeavy, .gone]
    let order: [ParcelState] = ParcelState.order
    return [
        known.contains(state), speed == .slow, speed == .fast, codes.contains(code), order.isEmpty, state.isFinal,
        state.advances(from: .waiting),
    ]
}

func unions(_ handling: Handling, _ load: Load) -> String {
    let glass: Bool
    switch handling {
    case .fragile(let fragile):
        guard let known = fragile.glass else { return "" }
        glass = known
    case .frozen(let frozen):
        guard let degrees = frozen.degrees else { return "" }
        return "\(degrees)"
    case .heavy(let pallet): return "\(pallet.layers)"
    case .unrecognized: return "?"
    @unknown default: return ""
    }
    switch load {
    case .pallet(let pallet): return "\(pallet.layers) \(glass)"
    case .boxes(let boxes):
        let names: [String] = boxes
        return names.joined()
    case .crates(let crates):
        let numbers: [Int] = crates
        return "\(numbers)"
    case .unrecognized: return "?"
    @unknown default: return ""
    }
}

func errors(_ error: DepotError) -> String {
    switch error {
    case .badAddress(let failure):
        guard let line = failure.details?.line else { return "" }
        guard let trace = error.trace else { return line }
        return line + trace
    case .tooHeavy, .gone, .server, .unrecognized: return error.report.message
    case .invalidArgument, .transport, .timeout, .cancelled, .undecodable, .waitTimedOut: return ""
    @unknown default: return ""
    }
}

func webhook(_ body: [UInt8], _ headers: HTTPFields) throws -> String {
    let webhook = try DepotWebhook(secrets: ["whsec_test"])
    let delivery = try webhook.receive(body: body, headers: headers)
    switch delivery.event {
    case .parcelSent(let sent):
        let parcel: String = sent.parcel
        guard let weight = sent.weight else { return parcel }
        _ = ParcelSent(parcel: parcel, weight: weight)
        return parcel
    case .parcelLost(let lost):
        guard let parcel = lost.parcel else { return "" }
        return parcel
    case .parcelLate(let late):
        guard let hours = late.hours else { return "" }
        return "\(hours)"
    case .unrecognized: return ""
    @unknown default: return ""
    }
}
