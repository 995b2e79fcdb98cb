import Comparison

/// Something that a witness has seen between a deployed client and a new server.
struct WireObservation: Sendable, CustomStringConvertible {
    let verdict: WireVerdict
    let text: String

    static func breaks(_ text: String) -> WireObservation { WireObservation(verdict: .breaks, text: text) }

    static func changes(_ text: String) -> WireObservation { WireObservation(verdict: .changes, text: text) }

    /// What is no longer seen of what was.
    static func lost(_ before: Set<String>, _ after: Set<String>, _ what: String) -> [WireObservation] {
        before.subtracting(after).sorted().map { .changes("\(what): nothing at \($0)") }
    }

    var description: String { "\(verdict.rawValue): \(text)" }
}
