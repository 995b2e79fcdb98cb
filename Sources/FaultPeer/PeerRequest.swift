/// One request as the test peer read it from the socket.
public struct PeerRequest: Sendable {
    /// The method, as it stood in the request line.
    public let method: String
    /// The request target, as it stood in the request line.
    public let target: String
    /// The header lines in their order, names as they were sent.
    public let headers: [(name: String, value: String)]
    /// The body, without any chunk framing being undone.
    public let body: [UInt8]
    /// Which connection carried it, counted from 0.
    public let connection: Int

    /// The first value of a header, whatever the case of its name.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// How many bytes of body the head announces; 0 where it announces none.
    static func bodyLength(in head: ArraySlice<UInt8>) -> Int {
        PeerRequest(head: head, body: [], connection: 0).header("content-length").flatMap { Int($0) } ?? 0
    }

    init(head: ArraySlice<UInt8>, body: [UInt8], connection: Int) {
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        method = words.first.map(String.init) ?? ""
        target = words.dropFirst().first.map(String.init) ?? ""
        headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            let value = parts.dropFirst().first.map { $0.drop { $0 == " " } } ?? ""
            return (name: String(parts.first ?? ""), value: String(value))
        }
        self.body = body
        self.connection = connection
    }
}
