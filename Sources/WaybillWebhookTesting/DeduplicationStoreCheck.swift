public import WaybillWebhooks

/// One thing that every store of claims has to do, for the tests of whoever writes one.
///
/// With Swift Testing:
///
/// ```swift
/// @Test(arguments: DeduplicationStoreCheck.all)
/// func store(_ check: DeduplicationStoreCheck) async throws {
///     #expect(try await check.faults(of: MyStore()) == [])
/// }
/// ```
///
/// Each run has keys of its own, so that a shared database may be used, and left as it is. What a store promises beyond
/// this, such as to outlive its server, is for tests of its own.
public struct DeduplicationStoreCheck: Sendable, CustomStringConvertible {
    typealias Steps = @Sendable (inout DeduplicationStoreTrial) async throws -> Void

    /// What the store has to do.
    public let description: String

    private let steps: Steps

    init(_ description: String, _ steps: @escaping Steps) {
        self.description = description
        self.steps = steps
    }

    /// Runs the check.
    ///
    /// - Parameters:
    ///   - store: What is checked.
    ///   - lease: The length of leases that have to end: much longer than the store takes for a call.
    ///   - wait: Lets time pass; for a store with a clock of its own, what moves that one.
    /// - Returns: What the store does wrong; nothing where it does this right.
    /// - Throws: What the store throws.
    public func faults(
        of store: any DeduplicationStore,
        lease: Duration = .seconds(1),
        waiting wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws -> [String] {
        var trial = DeduplicationStoreTrial(of: store, lease: lease, waiting: wait)
        try await steps(&trial)
        return trial.faults
    }

    /// All checks.
    public static let all = [
        states, repeatedClaim, released, strangers, endedLease, endedKeeping, manyAtOnce, anyText,
    ]
}
