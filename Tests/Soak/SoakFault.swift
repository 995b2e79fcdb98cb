import FaultPeer

/// What goes wrong with one attempt in twenty, before or behind the work that it asks for.
enum SoakFault: String, CaseIterable {
    /// The connection is reset once the request was read.
    case reset
    /// The connection is closed without a byte.
    case closed
    /// The answer's body breaks off.
    case cut
    /// The server says 503, and has done nothing.
    case busy
    /// The answer takes a third of a second.
    case slow
    /// The answer takes longer than the limit of an attempt.
    case stalled
    /// Nothing listens where the request goes.
    case refused

    /// What befalls an attempt; nil for most.
    ///
    /// - Parameters:
    ///   - number: The call.
    ///   - attempt: How often the server has had it before.
    init?(number: Int, attempt: Int) {
        let chance = Self.chance(number, attempt)
        // One in a hundred is refused, and never comes here.
        guard attempt >= 0, chance < 40 else { return nil }
        let faults = Self.allCases.dropLast()
        self = faults[chance % faults.count]
    }

    /// Whether a call goes where nothing listens.
    static func isRefused(number: Int) -> Bool { chance(number, -1) < 10 }

    /// A number below 1,000 that is the same in every run.
    private static func chance(_ number: Int, _ attempt: Int) -> Int {
        var mixed = UInt64(truncatingIfNeeded: number &* 16 &+ attempt &+ 1) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % 1_000)
    }

    /// Whether the server has done the work all the same.
    var isDone: Bool { self != .busy }

    /// Does to a connection what the fault says; false where the connection is over.
    func serve(_ connection: PeerConnection) -> Bool {
        switch self {
        case .reset:
            connection.reset()
            return false
        case .closed, .refused: return false
        case .cut:
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"ok\":")
            return false
        case .busy: return connection.answer(503)
        case .slow: return connection.pause(milliseconds: 300) && connection.answer()
        case .stalled:
            connection.waitForEnd(milliseconds: 10_000)
            return false
        }
    }
}
