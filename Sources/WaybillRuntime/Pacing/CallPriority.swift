/// Which calls go first where calls wait for their places under a rate.
///
/// It orders the calls of one process alone. Over a shared ``Pacer`` the processes get their places in the order in which
/// they ask, and each of them gives its own places to its first calls. A process has sixteen places ahead at the most for each priority, so
/// that a campaign of any size in one process leaves room for people's calls in another one.
public enum CallPriority: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// For what nobody waits for, such as campaigns; the polls of waiters, unless they are given another.
    case background
    /// For calls that say nothing.
    case standard
    /// For calls that a person waits for.
    case interactive

    /// Whether a call with this priority goes after one with another.
    public static func < (lhs: CallPriority, rhs: CallPriority) -> Bool { lhs.rawValue < rhs.rawValue }
}
