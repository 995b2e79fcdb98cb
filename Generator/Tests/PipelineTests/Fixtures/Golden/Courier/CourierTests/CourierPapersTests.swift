import Courier
import Foundation
import Testing
import WaybillRuntime
import WaybillTesting

/// Bodies of fields and files, as they stand on the wire.
@Suite struct CourierPapersTests {
    private static let boundary = "----00000000000000000000000000000000"

    @Test("fields stand in the spec's order and files behind them, byte for byte")
    func parts() async throws {
        let bench = try CourierBench(.status(204))
        _ = try await bench.client.imports.send(
            code: "ü\n",
            tags: ["x", "y"],
            size: ImportSize(width: 7),
            paper: FormFile(name: "a\"\r\n.bin", contentType: "image/png", bytes: [0, 0xFF, 0x0D])
        )
        let request = try #require(bench.requests.first)
        #expect(request.header("Content-Type") == "multipart/form-data; boundary=\(Self.boundary)")
        var expected: [UInt8] = []
        for (name, value) in [
            ("code", "ü\n"), ("tags", "x"), ("tags", "y"), ("size[width]", "7"), ("source", "api"),
        ] {
            expected += "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8
            expected += "\(value)\r\n".utf8
        }
        expected += "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"paper\"; ".utf8
        expected += "filename=\"a%22%0D%0A.bin\"\r\nContent-Type: image/png\r\n\r\n".utf8
        expected += [0, 0xFF, 0x0D]
        expected += "\r\n--\(Self.boundary)--\r\n".utf8
        #expect(request.body == expected)
    }

    @Test("a quotation mark is escaped under an accent too, and the boundary stands in no file")
    func escapes() async throws {
        let bench = try CourierBench(.status(204))
        let bytes = Array("x\r\n--\(Self.boundary)--".utf8)
        let paper = FormFile(name: "a\"\u{301}\r.bin", bytes: bytes)
        _ = try await bench.client.imports.send(code: "a", paper: paper)
        let request = try #require(bench.requests.first)
        #expect(request.header("Content-Type") == "multipart/form-data; boundary=\(Self.boundary)0")
        #expect(request.text.contains("filename=\"a%22\u{301}%0D.bin\"\r\n"))
        #expect(request.text.hasSuffix("x\r\n--\(Self.boundary)--\r\n--\(Self.boundary)0--\r\n"))
    }

    @Test("a retry sends the same bytes, and a kept request does too")
    func again() async throws {
        let bench = try CourierBench(.status(503), .status(204), .status(204))
        let request = CourierClient.Imports.send(code: "a", paper: FormFile(name: "a", bytes: [0xFF]))
        let filled = try bench.client.fill(request)
        _ = try await bench.client.resend(try FilledRequest(parsing: filled.serialized()))
        #expect(bench.requests.count == 2 && bench.requests[0].body == bench.requests[1].body)
        #expect(bench.requests[0].body == filled.body)
        _ = try await bench.client.send(request)
        #expect(bench.requests.count == 3)
    }

    @Test("the bytes are those of curl -F (7.88.1), but for the boundary")
    func curl() async throws {
        let bench = try CourierBench(.status(204))
        let bytes = Array("line 1\r\nline \"2\"\n\0".utf8) + [0xFF]
        let paper = FormFile(name: "a \"b\".bin", contentType: "image/png", bytes: bytes)
        _ = try await bench.client.imports.send(code: "a\"b", tags: ["x", "y z"], paper: paper)
        let recorded = """
            --BOUNDARY\r\nContent-Disposition: form-data; name="code"\r\n\r\na"b\r\n--BOUNDARY\r\nContent-Disposition: form-data; \
            name="tags"\r\n\r\nx\r\n--BOUNDARY\r\nContent-Disposition: form-data; name="tags"\r\n\r\ny z\r\n--BOUNDARY\r\n\
            Content-Disposition: form-data; name="source"\r\n\r\napi\r\n--BOUNDARY\r\nContent-Disposition: form-data; \
            name="paper"; filename="a %22b%22.bin"\r\nContent-Type: image/png\r\n\r\nline 1\r\nline "2"\n\0
            """
        let expected = Array(recorded.replacing("BOUNDARY", with: Self.boundary).utf8) + [0xFF]
        #expect(bench.requests.first?.body == expected + Array("\r\n--\(Self.boundary)--\r\n".utf8))
    }

    @Test("a file is read from the disk, under its own name or another one")
    func disk() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("paper-\(UUID().uuidString).txt")
        try Data("Ada".utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try FormFile(contentsOf: url, contentType: "text/plain")
        #expect(file.name == url.lastPathComponent && file.count == 3 && file.bytes == nil)
        #expect(try FormFile(contentsOf: url, name: "a.txt").name == "a.txt")
        #expect(throws: (any Error).self) { try FormFile(contentsOf: url.appendingPathExtension("none")) }
        #expect("\(file)" == "text/plain, 3 bytes")
        let bench = try CourierBench(.status(204))
        _ = try await bench.client.imports.send(code: "a", paper: file)
        #expect(bench.requests.first?.text.contains("Content-Type: text/plain\r\n\r\nAda\r\n--") == true)
    }

    @Test("a media type that could smuggle a line is refused, and nothing is sent")
    func refused() async throws {
        let bench = try CourierBench(.status(204))
        let paper = FormFile(name: "a", contentType: "text/plain\r\nX: y", bytes: [])
        let error = await #expect(throws: CourierError.self) {
            try await bench.client.imports.send(code: "a", paper: paper)
        }
        #expect(error?.message.contains("paper.contentType contains a control character") == true)
        #expect(bench.requests.isEmpty)
    }
}
