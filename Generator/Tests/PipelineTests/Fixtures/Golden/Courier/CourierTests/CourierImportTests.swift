import Courier
import Testing
import WaybillRuntime
import WaybillTesting

/// Bodies that are one value, text or bytes, as they stand on the wire.
@Suite struct CourierImportTests {
    private func request(_ send: (CourierClient) async throws -> Void) async throws -> RecordedRequest {
        let bench = try CourierBench(.json(200, #"{"result":[]}"#))
        try await send(bench.client)
        return try #require(bench.requests.first)
    }

    @Test("a list is the whole body, and its elements are checked and filled like those of a field")
    func list() async throws {
        let request = try await request { client in
            _ = try await client.imports.add(rows: [ImportRow(code: "a"), ImportRow(code: "b", key: "k")])
        }
        #expect(request.text == #"[{"code":"a","key":"k-00000000"},{"code":"b","key":"k"}]"#)
        #expect(request.header("Content-Type") == "application/json")
        let bench = try CourierBench(.status(204))
        let empty = await #expect(throws: CourierError.self) { try await bench.client.imports.add(rows: []) }
        #expect(empty?.message.contains("rows must not be empty") == true)
        let blank = await #expect(throws: CourierError.self) {
            try await bench.client.imports.add(rows: [ImportRow(code: " ")])
        }
        #expect(blank?.message.contains("rows[0].code must not be blank") == true)
        #expect(bench.requests.isEmpty)
    }

    @Test("a list is sent again with the bytes and the key of the first time")
    func again() async throws {
        let bench = try CourierBench(.status(503), .json(200, #"{"result":[]}"#))
        _ = try await bench.client.imports.add(rows: [ImportRow(code: "a")])
        #expect(bench.requests.count == 2 && bench.requests[0].body == bench.requests[1].body)
        #expect(bench.requests[0].header("X-Request-Key") == bench.requests[1].header("X-Request-Key"))
    }

    @Test("the media type is the one that the spec gives, with a body or without one")
    func types() async throws {
        let bench = try CourierBench(.json(200, #"{"result":{"code":"a"}}"#), .status(204), .status(204), .status(204))
        _ = try await bench.client.imports.change("a", ImportPatch(note: .clear))
        _ = try await bench.client.imports.table(table: "a;1\r\nb;2\r\n")
        _ = try await bench.client.imports.note(words: "Grüße")
        _ = try await bench.client.imports.start()
        let types = bench.requests.map { $0.header("Content-Type") }
        #expect(
            types == ["application/merge-patch+json", "text/csv", "text/plain; charset=utf-8", "application/json"]
        )
        #expect(bench.requests.map(\.text) == [#"{"note":null}"#, "a;1\r\nb;2\r\n", "Grüße", ""])
        #expect(bench.requests[3].body == nil)
    }

    @Test("bytes go out as they are, also when they were kept as JSON")
    func bytes() async throws {
        let bytes: [UInt8] = [0, 0x89, 0xFF, 0x0A]
        let request = try await request { _ = try await $0.imports.picture("a", picture: bytes) }
        #expect(request.body == bytes)
        #expect(request.header("Content-Type") == "application/octet-stream")
        let bench = try CourierBench(.status(204))
        let command = try bench.client.curl(CourierClient.Imports.picture("a", picture: bytes))
        #expect(command.hasPrefix("base64 -d <<< AIn/Cg== | curl -X PUT ") && command.hasSuffix("--data-binary @-"))
        let filled = try bench.client.fill(CourierClient.Imports.picture("a", picture: bytes))
        #expect(filled.json["version"] == 2 && filled.json["body_base64"] == "AIn/Cg==")
        _ = try await bench.client.resend(try FilledRequest(parsing: filled.serialized()))
        #expect(bench.requests.first?.body == bytes)
    }

    @Test("members of the caller's own need a body that is an object")
    func adding() async throws {
        let bench = try CourierBench(.status(204))
        for request in [
            CourierClient.Imports.note(words: "a").adding(["a": 1]),
            CourierClient.Imports.choose(choice: "all").adding(["a": 1]),
        ] {
            await #expect(throws: CourierError.self) { try await bench.client.send(request) }
        }
        #expect(bench.requests.isEmpty)
        let request = try await request {
            _ = try await $0.send(CourierClient.Imports.limit(days: [:]).adding(["c": 1]))
        }
        #expect(request.text == #"{"c":1}"#)
    }
}
