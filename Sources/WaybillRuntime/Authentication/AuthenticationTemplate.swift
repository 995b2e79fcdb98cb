/// A text with the places `{timestamp}`, `{body}`, `{signature}` and `{credential}`.
///
/// It is taken apart before anything is filled in, so that a value cannot bring a place of its own.
struct AuthenticationTemplate: Sendable, Hashable {
    private enum Piece: Sendable, Hashable {
        case text(String)
        case place(String)
    }

    private let pieces: [Piece]

    init(_ template: String) {
        var pieces: [Piece] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.place(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    /// The names of the places.
    private var places: [String] {
        pieces.compactMap { if case .place(let name) = $0 { name } else { nil } }
    }

    /// Whether the text is another one for each attempt.
    var isSignedAnew: Bool { places.contains("timestamp") || places.contains("signature") }

    /// The places that neither the runtime nor the credentials fill.
    func unknownPlaces(_ credentials: [Credential]) -> [String] {
        let known = ["timestamp", "body", "signature"] + credentials.map(\.name)
        return places.filter { !known.contains($0) }
    }

    /// The text with its places filled by a closure.
    func text(_ value: (String) -> String) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .place(let name): text += value(name)
            }
        }
    }

    /// The bytes to be signed, piece by piece.
    func bytes(_ credentials: [Credential], timestamp: Int64, body: [UInt8]) -> [[UInt8]] {
        pieces.map { piece in
            switch piece {
            case .text(let part): Array(part.utf8)
            case .place("body"): body
            case .place("timestamp"): Array(String(timestamp).utf8)
            case .place(let name): Array((credentials.first { $0.name == name }?.value ?? "").utf8)
            }
        }
    }
}
