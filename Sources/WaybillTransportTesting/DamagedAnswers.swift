import WaybillTesting

/// Answers that were right once, with bytes changed, cut, doubled or put in; the same ones for the same seed.
struct DamagedAnswers {
    private var numbers: SplitMix64

    init(seed: UInt64) {
        numbers = SplitMix64(seed: seed)
    }

    /// The first answers of the sequence.
    func prefix(_ count: Int) -> [[UInt8]] {
        var answers = self
        return (0..<count).map { _ in answers.next() }
    }

    private mutating func next() -> [UInt8] {
        if number(below: 10) == 0 {
            return (0..<number(below: 65_536)).map { _ in UInt8(number(below: 256)) }
        }
        var bytes = Array(Self.sources[number(below: Self.sources.count)].utf8)
        for _ in 0..<(1 + number(below: 3)) where !bytes.isEmpty {
            damage(&bytes, at: number(below: bytes.count))
        }
        return bytes
    }

    private mutating func damage(_ bytes: inout [UInt8], at index: Int) {
        switch number(below: 6) {
        case 0: bytes[index] = UInt8(number(below: 256))
        case 1: bytes[index] = UInt8(ascii: "0") + UInt8(number(below: 10))
        case 2: bytes.removeSubrange(index...)
        case 3: bytes.insert(contentsOf: Array("\r\n".utf8), at: index)
        case 4: bytes.append(contentsOf: bytes[index...])
        default: bytes.remove(at: index)
        }
    }

    private mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }

    private static let sources = [
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n2;a=b\r\n{}\r\n0\r\nX: y\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        "HTTP/1.0 200 OK\r\nServer: a\r\n\r\n{\"a\":1}",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n\u{1}\u{2}",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
        "HTTP/1.1 099 X\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    ]
}
