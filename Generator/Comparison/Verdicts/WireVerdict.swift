/// What a change means between the server and the clients that are out there.
package enum WireVerdict: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Nothing that either of them notices.
    case none
    /// One of them sees something else, and goes on.
    case changes
    /// A deployed client fails, or is refused.
    case breaks

    package static func < (left: WireVerdict, right: WireVerdict) -> Bool {
        allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
}
