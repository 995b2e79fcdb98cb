import Courier
import Foundation
import HTTPTypes
import Testing
import WaybillRuntime
import WaybillTesting

/// Documents that are bytes, written to a file or taken in pieces.
@Suite struct CourierDocumentTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private var file: URL { folder.appendingPathComponent("l1.png") }

    /// What is in the folder afterwards, which is removed.
    private func names() throws -> [String] {
        defer { try? FileManager.default.removeItem(at: folder) }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// Bytes that are no text, and more than one piece of them.
    private static let image: [UInt8] = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    private func checkRequest(_ request: RecordedRequest?) throws {
        let request = try #require(request)
        #expect(request.method == .get)
        #expect(request.url == "https://api.courier.example/eu/accounts/a1/documents/l%2F1/image")
        #expect(request.header("Accept") == "image/png" && request.header("X-Courier-Token") == "t")
        #expect(request.body == nil)
    }

    @Test("a document is written to a file, byte for byte")
    func download() async throws {
        let bench = try CourierBench(.bytes(200, Self.image))
        let answer = try await bench.client.download(CourierClient.Documents.image("l/1"), to: file)
        #expect(answer.value == Self.image.count && answer.http.status == 200)
        #expect(try Data(contentsOf: file) == Data(Self.image))
        try checkRequest(bench.requests.first)
        #expect(try names() == ["l1.png"])
    }

    @Test("its pieces are the same bytes")
    func chunks() async throws {
        let bench = try CourierBench(.bytes(200, Self.image))
        var bytes: [UInt8] = []
        for try await chunk in bench.client.chunks(of: CourierClient.Documents.image("l/1")) { bytes += chunk }
        #expect(bytes == Self.image)
        try checkRequest(bench.requests.first)
        #expect(try names() == [])
    }

    @Test("a refusal is the API's error, and leaves no file and no piece")
    func refused() async throws {
        let refusal = StubAnswer.json(410, #"{"reason":"The paper is used up."}"#)
        let bench = try CourierBench(refusal, refusal)
        let error = await #expect(throws: CourierError.self) {
            try await bench.client.download(CourierClient.Documents.image("l2"), to: file)
        }
        #expect(error?.message == "The paper is used up." && error?.status == 410)
        var count = 0
        await #expect(throws: CourierError.self) {
            for try await chunk in bench.client.chunks(of: CourierClient.Documents.image("l2")) { count += chunk.count }
        }
        #expect(count == 0 && bench.requests.count == 2)
        #expect(try names() == [])
    }

    @Test("an answer that breaks off leaves no file, and is not asked for again")
    func brokenOff() async throws {
        let bench = try CourierBench(StubAnswer.bytes(200, Self.image).brokenOff(after: 100_000), .bytes(200, [1]))
        let error = await #expect(throws: CourierError.self) {
            try await bench.client.download(CourierClient.Documents.image("l1"), to: file)
        }
        #expect(error?.delivery == .accepted && bench.requests.count == 1)
        #expect(try names() == [])
    }
}
