import Foundation
import Testing
import WaybillTesting

@_spi(Generated) @testable import WaybillRuntime

/// Files on the disk in the bodies of requests.
@Suite struct FileBodyTests {
    private struct WholeTransport: Transport {
        let stub: StubTransport

        func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
            #expect(request.bodyReader == nil)
            return try await stub.send(request)
        }
    }

    private let url = FileManager.default.temporaryDirectory.appendingPathComponent("body-\(UUID().uuidString).bin")

    private func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: url) }

    private func remove() { try? FileManager.default.removeItem(at: url) }

    private func request(_ file: FormFile) -> APIRequest<SampleClient, NoContent> {
        let definition = OperationDefinition(
            id: "papers.send",
            method: .post,
            path: "/v1/papers",
            resend: .documented,
            encoding: .multipart
        )
        var request = APIRequest<SampleClient, NoContent>(definition)
        request.addFile("paper", file, argument: "paper")
        request.setBody { writer, _ in
            writer.beginObject()
            writer.member("code", "a")
            writer.endObject()
        }
        return request
    }

    private func expected(_ content: [UInt8], _ request: RecordedRequest) -> [UInt8] {
        let boundary = request.header("Content-Type")?.split(separator: "=").last ?? ""
        var bytes = Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\na\r\n".utf8)
        bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a.bin\"\r\n".utf8
        bytes += "Content-Type: application/octet-stream\r\n\r\n".utf8
        return bytes + content + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    @Test(
        "A file goes out as it is, again for each attempt, over any transport",
        arguments: [true, false],
        [0, 200_000]
    )
    func sent(canStream: Bool, count: Int) async throws {
        defer { remove() }
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try write(content)
        let stub = StubTransport(.status(503), .status(204))
        let exchange = try SampleExchange(stub) { if !canStream { $0.transport = WholeTransport(stub: stub) } }
        let file = try FormFile(contentsOf: url, name: "a.bin")
        #expect(file.count == count && file.bytes == nil && "\(file)" == "application/octet-stream, \(count) bytes")
        _ = try await exchange.client.send(request(file))
        #expect(stub.requests.count == 2)
        for request in stub.requests { #expect(request.body == expected(content, request)) }
    }

    @Test("A file that is gone, or is another one, is an error before anything is sent")
    func changed() async throws {
        for change in ["gone", "longer", "newer"] {
            try write([1, 2, 3])
            let file = try FormFile(contentsOf: url)
            switch change {
            case "gone": remove()
            case "longer": try write([1, 2, 3, 4])
            default:
                let later = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1_000_000)]
                try FileManager.default.setAttributes(later, ofItemAtPath: url.path)
            }
            let exchange = try SampleExchange([.status(204)])
            let report = try await exchange.failure(of: request(file))
            guard case .transport(let fault) = report.kind else { throw UnexpectedSuccess() }
            #expect(fault.reason == .unreadableBody && fault.progress == .neverSent)
            let words = change == "gone" ? "No such file or directory" : "it has changed since the request was made"
            #expect(report.message == "a file of the body cannot be read (never sent): \(words)")
            #expect(report.delivery == .notSent && report.attempts == 1 && exchange.transport.requests.isEmpty)
            remove()
        }
        #expect(throws: FileFault.system(code: ENOENT)) { try FormFile(contentsOf: url) }
        #expect(throws: FileFault.notAFile) { try FormFile(contentsOf: FileManager.default.temporaryDirectory) }
    }

    @Test("A file that changes between two attempts ends the call")
    func changedBetween() async throws {
        defer { remove() }
        try write([1])
        let stub = StubTransport { [url] _ in
            try? Data([1, 2]).write(to: url)
            return .status(503)
        }
        let exchange = try SampleExchange(stub)
        let report = try await exchange.failure(of: request(try FormFile(contentsOf: url)))
        #expect(stub.requests.count == 1 && report.attempts == 2 && report.delivery == .unknown)
    }

    @Test("A file that changes while it is read never gives a whole body")
    func changedMeanwhile() throws {
        defer { remove() }
        for count in [100_000, 200_000] {
            try write([UInt8](repeating: 1, count: 150_000))
            let file = try FormFile(contentsOf: url)
            let content = MultipartWriter.content(of: [], files: [("a", file)], boundary: "b")
            let reader = try BodyReader(content)
            #expect(reader.count == content.count)
            #expect(try reader.next()?.starts(with: "--b\r\n".utf8) == true)
            #expect(try reader.next()?.count == 65_536)
            let handle = try FileHandle(forWritingTo: url)
            try handle.truncate(atOffset: UInt64(count))
            try handle.close()
            let error = #expect(throws: TransportError.self) { while try reader.next() != nil {} }
            #expect(error?.reason == .unreadableBody && error?.progress == .unknown)
        }
    }

    @Test("What is kept names the file, which is read again when it is sent")
    func kept() async throws {
        defer { remove() }
        try write([7, 8])
        let exchange = try SampleExchange([.status(204)])
        let filled = try exchange.client.fill(request(try FormFile(contentsOf: url, name: "a.bin")))
        #expect(filled.body == nil && filled.json["version"] == 3)
        let kept = try FilledRequest(parsing: filled.serialized())
        #expect(kept == filled)
        _ = try await exchange.client.resend(kept)
        let sent = try #require(exchange.transport.requests.first)
        #expect(sent.body == expected([7, 8], sent))
        try write([7, 8, 9])
        let error = await #expect(throws: SampleError.self) { try await exchange.client.resend(kept) }
        #expect(error?.report.delivery == .notSent)
        for piece in [#"{}"#, #"{"file":"/a","count":-1,"modified":1}"#, #"{"base64":"?"}"#] {
            var json = try #require(filled.json.objectValue)
            json["body_parts"] = try JSONValue(parsing: Array("[\(piece)]".utf8))
            #expect(throws: JSONError.self) { try FilledRequest(json: .object(json)) }
        }
    }

    @Test("As a command the file is read by the shell")
    func command() throws {
        defer { remove() }
        try write([7])
        let exchange = try SampleExchange([])
        let command = try exchange.client.curl(request(try FormFile(contentsOf: url)))
        #expect(command.contains("; cat '\(url.path)'; base64 -d <<< ") && command.hasSuffix("--data-binary @-"))
    }

    @Test("Bytes are not copied into one body, and are read in pieces")
    func pieces() throws {
        let file = FormFile(name: "a", bytes: [UInt8](repeating: 7, count: 100_000))
        let content = MultipartWriter.content(of: [("a", "b")], files: [("f", file)], boundary: "x")
        #expect(!content.isWhole)
        let reader = try BodyReader(content)
        var all: [UInt8] = []
        while let bytes = try reader.next() {
            #expect((1...65_536).contains(bytes.count))
            all += bytes
        }
        #expect(all == content.bytes && all.count == reader.count)
        #expect(try reader.next() == nil)
    }
}
