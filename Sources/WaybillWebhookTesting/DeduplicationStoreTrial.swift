import WaybillWebhooks

/// A store while it is being checked, and what it did wrong.
struct DeduplicationStoreTrial: Sendable {
    let store: any DeduplicationStore
    /// The length of leases that have to end.
    let lease: Duration
    let wait: @Sendable (Duration) async throws -> Void
    private let run = ClaimID().text
    private(set) var faults: [String] = []

    init(
        of store: any DeduplicationStore,
        lease: Duration,
        waiting wait: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.store = store
        self.lease = lease
        self.wait = wait
    }

    /// A lease or time to keep that does not end while the store is being checked.
    static let long = Duration.seconds(3_600)

    /// A key that no other run has.
    func key(_ name: String = "") -> String { "check:\(run):\(name)" }

    mutating func expect(_ isRight: Bool, _ fault: String) {
        if !isRight { faults.append(fault) }
    }

    mutating func expect(
        _ key: String,
        claimedBy claim: ClaimID,
        lease: Duration = long,
        gives expected: ClaimResult,
        _ moment: String
    ) async throws {
        let result = try await store.claim(key, as: claim, lease: lease)
        expect(result == expected, "\(moment): \(result) and not \(expected)")
    }
}
