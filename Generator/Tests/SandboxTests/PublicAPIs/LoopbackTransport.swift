import HTTPTypes
import WaybillRuntime

/// A transport over real sockets, with a connection for each request: a generated client calls the sandbox as it would
/// call its service.
///
/// The default transport is no part of this package: it would be most of a cold build.
struct LoopbackTransport: Transport {
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard let (port, target) = Self.address(request.url) else {
            throw TransportError(progress: .neverSent, reason: .other, detail: "no URL on 127.0.0.1")
        }
        do {
            let connection = try RawClient(port: port).connect()
            try await connection.send(Self.head(request, target, port) + (request.body ?? []))
            return try Self.response(try await connection.receive())
        } catch {
            throw TransportError(progress: .unknown, reason: .other, detail: "\(error)")
        }
    }

    private static func address(_ url: String) -> (port: UInt16, target: String)? {
        let start = "http://127.0.0.1:"
        guard url.hasPrefix(start) else { return nil }
        let rest = url.dropFirst(start.count)
        guard let port = UInt16(rest.prefix { $0.isNumber }) else { return nil }
        return (port, String(rest.drop { $0.isNumber }))
    }

    private static func head(_ request: TransportRequest, _ target: String, _ port: UInt16) -> [UInt8] {
        var lines = ["\(request.method.rawValue) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)"]
        lines += request.headers.map { "\($0.name.rawName): \($0.value)" }
        if let body = request.body { lines.append("Content-Length: \(body.count)") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    private static func response(_ answer: RawClient.Answer) throws -> TransportResponse {
        guard let status = answer.status else { throw RawClient.Reset() }
        var headers = HTTPFields()
        for line in answer.head.split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { throw RawClient.Reset() }
            headers.append(HTTPField(name: name, value: parts[1].trimmingPrefix(" ").description))
        }
        return TransportResponse(status: status, headers: headers, body: answer.body)
    }
}
