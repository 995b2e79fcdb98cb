/// What a transport does wrong, as a ``TransportCheck`` found it.
public struct TransportCheckFailure: Error, Sendable, CustomStringConvertible {
    /// The description of the check.
    public let check: String

    /// What was expected and what came, for each case that went wrong.
    public let faults: [String]

    /// The check, and the first of its faults.
    public var description: String {
        let shown = faults.prefix(Self.shownCount).map { "\n- \($0)" }.joined()
        let rest = faults.count - Self.shownCount
        return "\(check):\(shown)" + (rest > 0 ? "\n- and \(rest) more" : "")
    }

    private static let shownCount = 10
}
