import Foundation

/// A server for a few requests at a time, each with a connection and a thread of its own.
final class HTTPListener: Sendable {
    struct Request {
        /// By their names in lowercase.
        var headers: [String: String] = [:]
        var body: [UInt8] = []
    }

    struct Answer {
        let status: Int
        let body: String
        let headers: [String]

        init(_ status: Int, _ body: String, headers: [String] = []) {
            self.status = status
            self.body = body
            self.headers = headers
        }
    }

    struct Failure: Error {
        let call: String
    }

    let port: Int
    private let socket: Int32

    /// Listens on a free port of the loopback.
    init() throws {
        #if canImport(Glibc)
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { [socket] pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 128) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw Failure(call: "bind") }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    /// Answers requests until the program ends; where there is no answer, the connection is cut.
    func start(_ answer: @escaping @Sendable (Request) -> Answer?) {
        let socket = socket
        Thread.detachNewThread {
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread {
                    if let request = Self.read(connection), let answer = answer(request) {
                        Self.write(answer, connection)
                    }
                    close(connection)
                }
            }
        }
    }

    private static func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var request = Request()
        var headEnd: Int?
        while true {
            var chunk = [UInt8](repeating: 0, count: 8_192)
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            bytes += chunk.prefix(count)
            if headEnd == nil, let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
                headEnd = end.upperBound
                for line in String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
                    .dropFirst()
                {
                    let parts = line.split(separator: ":", maxSplits: 1)
                    guard parts.count == 2 else { continue }
                    request.headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
                }
            }
            guard let headEnd, bytes.count - headEnd >= Int(request.headers["content-length"] ?? "") ?? 0 else {
                continue
            }
            request.body = Array(bytes[headEnd...])
            return request
        }
    }

    private static func write(_ answer: Answer, _ connection: Int32) {
        let fields = [
            "Content-Type: application/json", "Content-Length: \(answer.body.utf8.count)", "Connection: close",
        ]
        let head = (["HTTP/1.1 \(answer.status) Status"] + fields + answer.headers).joined(separator: "\r\n")
        var rest = Array("\(head)\r\n\r\n\(answer.body)".utf8)[...]
        while !rest.isEmpty {
            #if canImport(Glibc)
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            #else
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, 0) }
            #endif
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
