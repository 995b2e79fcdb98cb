import Synchronization

/// Tells calls, or deliveries, of one process apart; another process begins anew.
public struct ObservationID: Sendable, Hashable {
    private static let last = Atomic<UInt64>(0)

    private let number: UInt64

    /// An id that this process has not had.
    public static func next() -> ObservationID {
        ObservationID(number: last.wrappingAdd(1, ordering: .relaxed).newValue)
    }
}
