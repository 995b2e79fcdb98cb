import Courier
import Foundation
import TestSupport
import Testing
import WaybillTesting

/// Fields that are read in another way than under their own name alone.
@Suite struct CourierFieldTests {
    private func read<Model: JSONModel>(_ text: String) throws -> Model { try Model(parsing: Array(text.utf8)) }

    private func text(_ model: some JSONModel) throws -> String {
        String(decoding: try model.serialized(), as: UTF8.self)
    }

    @Test(
        "A5 a field with several keys is written under the one that it came under",
        arguments: ["state", "status", "phase"]
    )
    func keys(key: String) throws {
        let document = #"{"id":"p1","is_open":false,"tags":"","\#(key)":"done"}"#
        var row: PickupRow = try read(document)
        #expect(row.state == .done)
        #expect(try text(row) == document)
        row.state = .open
        #expect(try text(row) == #"{"id":"p1","is_open":false,"tags":"","\#(key)":"open"}"#)
    }

    @Test("A5 a field with several keys that is made by hand is written under the first")
    func firstKey() throws {
        #expect(try text(PickupRow(id: "p1", state: .done)) == #"{"id":"p1","is_open":false,"tags":"","state":"done"}"#)
        #expect(try text(Note(title: "T")) == #"{"title":"T"}"#)
    }

    @Test("of several keys the first in the spec's order wins, and the others are kept")
    func severalKeys() throws {
        let row: PickupRow = try read(#"{"id":"p1","phase":"open","status":"done"}"#)
        #expect(row.state == .done)
        #expect(row.extra == ["phase": "open"])
        #expect(row.json["status"] == "done")
        #expect(row.json["phase"] == "open")
    }

    @Test("a field that cannot be read is nil, and is written back as it came")
    func unreadable() throws {
        var row: PickupRow = try read(#"{"id":"p1","at":"soon","booked_at":"later"}"#)
        #expect(row.at == nil)
        #expect(row.booked == nil)
        #expect(row.extra == ["at": "soon", "booked_at": "later"])
        #expect(row.json["at"] == "soon")
        row.at = Date(timeIntervalSince1970: 1_700_000_000)
        #expect(row.json["at"] == 1_700_000_000)
    }

    @Test("a strict field that is there must be readable, under any of its keys")
    func strict() throws {
        let page: PickupPage = try read(#"{"rows":[],"paging":{"pages":[1],"page_total":"x"}}"#)
        #expect(page.paging?.pages == nil)
        #expect(throws: JSONError.self) { try Paging(parsing: Array(#"{"next_page":"perhaps"}"#.utf8)) }
        #expect(throws: JSONError.self) { try Paging(parsing: Array(#"{"has_next":[]}"#.utf8)) }
        #expect(try Paging(parsing: Array(#"{"has_next":null}"#.utf8)).more == nil)
    }

    @Test("the members of a spread value stand among the model's own")
    func spread() throws {
        let document = #"{"street":"Main St","latitude":1.5,"kind":"point","seen":"2026-01-01T00:00:00Z","floor":2}"#
        let place: Place = try read(document)
        #expect(place.point.latitude == 1.5)
        #expect(place.extra == ["floor": 2])
        #expect(place.point.extra.isEmpty)
        #expect(try JSONValue(parsing: place.serialized()) == JSONValue(parsing: Array(document.utf8)))
    }

    @Test("a spread union has no member where there is none, and its own key where there is one")
    func spreadUnion() throws {
        #expect(try (read(#"{"title":"T"}"#) as Note).thing == nil)
        let note: Note = try read(#"{"heading":"T","voice":{"seconds":"7"},"more":[1]}"#)
        #expect(note.thing == .voice(Voice(seconds: 7)))
        #expect(try text(note) == #"{"heading":"T","voice":{"seconds":7},"more":[1]}"#)
    }

    @Test("additional properties of a request stand beside its fields, and cannot replace them")
    func additional() async throws {
        let bench = try CourierBench(.json(200, #"{"id":7}"#))
        let stops = [Stop(key: "s1", latitude: 1)]
        let weight = Decimal(2)
        let parcel = NewParcel(note: "n", marks: ["colour": "red", "kind": "letter", "depot": "B2"])
        _ = try await bench.client.parcels.book("A1", parcel: parcel, stops: stops, weight: weight)
        let sent = bench.requests.first?.json?["parcel"]
        #expect(sent?["colour"] == "red")
        #expect(sent?["kind"] == "parcel")
        #expect(sent?["depot"] == "A1")
        let clash = NewParcel(marks: ["note": "x"])
        await #expect(throws: CourierError.self) {
            try await bench.client.parcels.book("A1", parcel: clash, stops: stops, weight: weight)
        }
        #expect(bench.requests.count == 1)
    }

    @Test("constraints hold for each element of a list, bytes are counted in UTF-8, and what is unchecked goes out")
    func constraints() async throws {
        let bench = try CourierBench(.json(201, #"{"id":7}"#))
        let client = bench.client
        let refused = try await #require(throws: CourierError.self) {
            try await client.parcels.book(
                "A1",
                parcel: NewParcel(note: String(repeating: "é", count: 16), rooms: [[1], [], [1, 2, 3]]),
                stops: [Stop(latitude: 1)],
                weight: 1,
                extras: ["k": .string(String(repeating: "x", count: 1024))],
                labels: ["AB", " ", "ÉÉÉÉ", "éééé"],
                marker: "1234567"
            )
        }
        guard case .invalidArgument(let failure) = refused else { throw Unexpected(refused) }
        #expect(
            failure.message.split(separator: "; ") == [
                "parcel.note must have at most 30 bytes", "parcel.rooms[1] must not be empty",
                "parcel.rooms[2] must have at most 2 items", "extras must have at most 1024 bytes as JSON",
                "labels[1] must not be blank", "labels[1] must match ^[A-Zé]+$",
                "labels[1] must have at least 2 characters", "labels[2] must match ^[A-Zé]+$",
                "labels[2] must have at most 6 bytes", "labels[3] must have at most 6 bytes",
                "marker must have at most 8 bytes as JSON",
            ]
        )
        #expect(bench.requests.isEmpty)
        _ = try await client.parcels.book(
            "A1",
            parcel: NewParcel(rooms: []),
            stops: [Stop(latitude: 1)],
            weight: 1,
            labels: ["AB", "CD", "EF", "Gé"]
        )
        #expect(bench.requests.count == 1)
    }

    @Test("of several fields one is needed, and members of the caller's own stand behind those of the body")
    func alternatives() async throws {
        let bench = try CourierBench(.json(200, #"{"result":{"prices":{}}}"#))
        let prices = bench.client.priceLists
        let refused = try await #require(throws: CourierError.self) {
            try await prices.replace(prices: [:], extra: ["steps": [1], "by": "Ada"])
        }
        guard case .invalidArgument(let failure) = refused else { throw Unexpected(refused) }
        #expect(
            failure.message
                == "valid is needed, unless steps is given; extra must not have steps, for which the operation has a place"
        )
        _ = try await prices.replace(prices: [:], steps: [1, 100], extra: ["z": nil, "by": "Ada"])
        #expect(bench.requests.map(\.text) == [#"{"prices":{},"steps":[1,100],"z":null,"by":"Ada"}"#])
        let parcel = try await #require(throws: CourierError.self) {
            try await bench.client.parcels.book(
                "A1",
                parcel: NewParcel(),
                stops: [Stop(latitude: 1)],
                weight: 1,
                payer: Payer()
            )
        }
        #expect(parcel.message == "payer.mail is needed, unless phone or address is given")
    }
}
