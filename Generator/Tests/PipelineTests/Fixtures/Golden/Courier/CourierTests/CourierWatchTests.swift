import Courier
import Testing
import WaybillRuntime
import WaybillTesting

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Parameters that are lists and objects, and values that can be cleared, as they stand on the wire.
@Suite struct CourierWatchTests {
    private static let empty = #"{"result":[]}"#

    private func url(_ send: (CourierClient) async throws -> Void) async throws -> String {
        let bench = try CourierBench(.json(200, Self.empty))
        try await send(bench.client)
        return try #require(bench.requests.first?.url)
    }

    @Test("lists, objects and values with a format of their own stand in the query as the spec says, all else left out")
    func query() async throws {
        let url = try await url { client in
            _ = try await client.watches.search(
                states: [.open, WatchState(rawValue: "a&b")],
                ids: ["1", "2"],
                since: Date(timeIntervalSince1970: 0),
                least: Decimal(string: "12345678901234567890.5"),
                area: WatchArea(from: WatchPoint(latitude: 1.5, longitude: 2), name: "ü +"),
                labels: ["b": "2", "a": "1"],
                spans: [WatchSpan(from: 1, to: 2)],
                order: []
            )
        }
        let expected = [
            "states%5B%5D=open&states%5B%5D=a%26b&ids=1%2C2&since=1970-01-01T00%3A00%3A00Z",
            "&least=12345678901234567890.5&area%5Bfrom%5D%5Blatitude%5D=1.5&area%5Bfrom%5D%5Blongitude%5D=2",
            "&area%5Bname%5D=%C3%BC%20%2B&labels%5Ba%5D=1&labels%5Bb%5D=2&spans%5B0%5D.from=1&spans%5B0%5D.to=2",
        ]
        #expect(url == "https://api.courier.example/eu/accounts/a1/watches?" + expected.joined())
    }

    @Test("a list that is empty adds nothing to the query and no header field")
    func emptyLists() async throws {
        let bench = try CourierBench(.json(200, Self.empty))
        _ = try await bench.client.watches.search(states: [], labels: [:], order: [], xKinds: [], xWeights: [])
        let request = try #require(bench.requests.first)
        #expect(request.url == "https://api.courier.example/eu/accounts/a1/watches")
        #expect(request.header("X-Kinds") == nil && request.header("X-Weights") == nil)
        #expect(request.header("X-Limit") == "7")
    }

    @Test("a list in a header field is one value with commas")
    func headers() async throws {
        let bench = try CourierBench(.json(200, Self.empty))
        _ = try await bench.client.watches.search(
            xKinds: [.open, .done],
            xWeights: [Decimal(string: "1.10") ?? 0, 2],
            xSince: Date(timeIntervalSince1970: 0),
            xDry: true
        )
        let request = try #require(bench.requests.first)
        #expect(request.header("X-Kinds") == "open,done")
        #expect(request.header("X-Weights") == "1.1,2")
        #expect(request.header("X-Since") == "1970-01-01T00:00:00Z")
        #expect(request.header("X-Dry") == "true")
    }

    @Test("what a query or a header cannot say is refused with its place, and nothing is sent")
    func refused() async throws {
        let bench = try CourierBench(.json(200, Self.empty))
        let error = await #expect(throws: CourierError.self) {
            try await bench.client.watches.search(
                ids: ["1,2"],
                least: -1,
                ratio: .infinity,
                labels: ["a]": "1"],
                xKinds: ["a,b", " c"].map { WatchState(rawValue: $0) }
            )
        }
        let message = error?.message ?? ""
        for fault in [
            "ids[0] must not contain a comma", "least must be at least 0", "ratio cannot be written",
            "labels.a] must not have [ ] in its name", "xKinds[0] must not contain a comma",
            "xKinds[1] must not begin or end with a blank",
        ] {
            #expect(message.contains(fault), "\(fault) in \(message)")
        }
        #expect(bench.requests.isEmpty)
    }

    private func body(_ send: (CourierClient) async throws -> Void) async throws -> String {
        let bench = try CourierBench(.json(200, #"{"result":{"id":"w1"}}"#))
        try await send(bench.client)
        return try #require(bench.requests.first?.text)
    }

    @Test("a value is kept, set or cleared: absent, there, or null")
    func changes() async throws {
        let cleared = try await body { _ = try await $0.watches.update("w1", note: .clear, name: nil) }
        #expect(cleared == #"{"note":null}"#)
        let set = try await body {
            _ = try await $0.watches.update(
                "w1",
                due: .set(Date(timeIntervalSince1970: 0)),
                owner: .set(WatchOwner(name: .set("Ada"), mail: .clear)),
                stamp: .set(WatchStamp(text: .clear))
            )
        }
        let expected = [
            #"{"due":"1970-01-01T00:00:00Z","owner":{"name":"Ada","mail":null},"#,
            #""stamp":{"key":"k-00000000","text":null}}"#,
        ]
        #expect(set == expected.joined())
    }

    @Test("a value that is set keeps its constraints, and one change at least is needed")
    func checked() async throws {
        let bench = try CourierBench(.status(204))
        let long = await #expect(throws: CourierError.self) {
            try await bench.client.watches.update(
                "w1",
                note: .set(String(repeating: "x", count: 21)),
                tags: .set(["abcdef"]),
                owner: .set(WatchOwner(name: .set(" ")))
            )
        }
        let message = long?.message ?? ""
        #expect(message.contains("note must have at most 20 characters"))
        #expect(message.contains("tags[0] must have at most 5 characters"))
        #expect(message.contains("owner.name must not be blank"))
        let none = await #expect(throws: CourierError.self) {
            try await bench.client.watches.update("w1", tags: .clear)
        }
        #expect(none?.message.contains("note is needed, unless due or name is given") == true)
        #expect(bench.requests.isEmpty)
    }

    @Test("a model reads and writes what is absent, null, there, and unreadable")
    func read() throws {
        let text = #"{"id":"w1","note":null,"due":"2026-05-01T00:00:00Z","state":7}"#
        let watch = try Watch(parsing: Array(text.utf8))
        #expect(watch.note == .clear && watch.owner == .keep && watch.state == .keep)
        #expect(watch.due.value == Date(timeIntervalSince1970: 1_777_593_600))
        #expect(watch.extra == ["state": 7])
        #expect(String(decoding: try watch.serialized(), as: UTF8.self) == text)
        #expect(!watch.hasNote && !watch.isDone)
        let owned = try Watch(
            parsing: Array(#"{"id":"w","state":"done","owners":[{"code":"a","name":"Ada"}]}"#.utf8)
        )
        #expect(owned.isDone && owned[owner: "a"]?.name == .set("Ada"))
    }
}
