import FlyingSocks
import Foundation

/// A client that sends bytes as they are and sees what really comes back.
struct RawClient: Sendable {
    struct Reset: Error {}

    var host = "127.0.0.1"
    let port: UInt16

    /// A request with these header lines.
    static func request(
        _ method: String,
        _ path: String,
        _ body: String,
        headers: [String],
        length: Bool = true
    ) -> String {
        let own = ["Host: localhost"] + (length ? ["Content-Length: \(body.utf8.count)"] : [])
        return "\(method) \(path) HTTP/1.1\r\n" + (own + headers).joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    func connect() throws -> Connection {
        let socket = try Socket(domain: AF_INET)
        do {
            // A blocking connect on loopback ends at once, either way.
            try socket.connect(to: .inet(ip4: host, port: port))
            try socket.setFlags(.nonBlocking)
        } catch {
            try? socket.close()
            throw error
        }
        return Connection(socket)
    }

    /// One request on a connection of its own.
    func exchange(_ request: String) async throws -> Answer {
        let connection = try connect()
        try await connection.send(request)
        return try await connection.receive()
    }

    struct Answer {
        let head: String
        let body: [UInt8]

        init(_ bytes: [UInt8]) {
            let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) ?? bytes.count..<bytes.count
            head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
            body = Array(bytes[end.upperBound...])
        }

        var status: Int? {
            head.firstMatch(of: /^HTTP\/1\.1 (\d{3})/).flatMap { Int($0.1) }
        }

        /// The length of the body that follows, where the head tells it: 204 and 304 have none (RFC 9110, section 6.4.1).
        var contentLength: Int? {
            if status == 204 || status == 304 { return 0 }
            return head.firstMatch(of: /Content-Length: (\d+)/).flatMap { Int($0.1) }
        }
    }

    /// An open connection, closed with its last reference.
    final class Connection: Sendable {
        private let socket: Socket

        init(_ socket: Socket) {
            self.socket = socket
        }

        deinit {
            try? socket.close()
        }

        func send(_ text: String) async throws { try await send(Array(text.utf8)) }

        func send(_ bytes: [UInt8]) async throws {
            let data = Data(bytes)
            var sent = data.startIndex
            while sent < data.endIndex {
                do {
                    sent = try socket.write(data, from: sent)
                } catch SocketError.blocked {
                    try await Task.sleep(for: .milliseconds(1))
                }
            }
        }

        /// One answer of the length that its head tells.
        func receive() async throws -> Answer {
            var bytes: [UInt8] = []
            while true {
                let answer = Answer(bytes)
                if let length = answer.contentLength, answer.body.count >= length { return answer }
                guard let part = try await read() else { return answer }
                bytes += part
            }
        }

        func readToEnd() async throws -> [UInt8] {
            var bytes: [UInt8] = []
            while let part = try await read() { bytes += part }
            return bytes
        }

        /// What is there; nil at the end of the stream.
        private func read() async throws -> [UInt8]? {
            while true {
                var buffer = [UInt8](repeating: 0, count: 65_536)
                // The library's own read does not tell a reset from an end.
                let count = recv(socket.file.rawValue, &buffer, buffer.count, 0)
                if count > 0 { return Array(buffer.prefix(count)) }
                if count == 0 { return nil }
                guard errno == EAGAIN || errno == EWOULDBLOCK else { throw Reset() }
                try await Task.sleep(for: .milliseconds(1))
            }
        }
    }
}
