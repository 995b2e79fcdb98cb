/// The body of a request in pieces: bytes, and files that are read while it goes out.
@_spi(Generated)
public struct BodyContent: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case bytes([UInt8])
        case file(BodyFile)
    }

    private(set) var pieces: [Piece] = []

    init() {}

    /// A body of bytes.
    public init(_ bytes: [UInt8]) {
        pieces = [.bytes(bytes)]
    }

    /// How many bytes it has.
    public var count: Int {
        pieces.reduce(0) { count, piece in
            switch piece {
            case .bytes(let bytes): count + bytes.count
            case .file(let file): count + file.count
            }
        }
    }

    /// Its bytes; nil where a file has some of them.
    public var bytes: [UInt8]? {
        if pieces.count == 1, case .bytes(let bytes) = pieces[0] { return bytes }
        var all: [UInt8] = []
        all.reserveCapacity(count)
        for piece in pieces {
            guard case .bytes(let bytes) = piece else { return nil }
            all += bytes
        }
        return all
    }

    /// Whether its bytes lie in one place.
    var isWhole: Bool {
        if case .bytes = pieces.first { pieces.count == 1 } else { false }
    }

    mutating func append(_ text: String) { pieces.append(.bytes(Array(text.utf8))) }

    mutating func append(_ piece: Piece) { pieces.append(piece) }
}
