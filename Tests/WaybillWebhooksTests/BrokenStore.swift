import Synchronization
import WaybillWebhooks

/// A store with one fault, named like the check that has to find it.
struct BrokenStore: DeduplicationStore {
    enum Fault: String, CaseIterable, Sendable {
        case forgetsCompletion = "a key is free, then claimed, then done"
        case refusesRepeatedClaim = "the same claim again, after a lost answer, is claimed"
        case keepsReleased = "a key that is released is free"
        case releasesForAnyone = "nobody ends the claim of another, or frees what is done"
        case neverEndsLease = "a claim whose lease has ended is free, and no longer its owner's"
        case neverForgets = "what is done is known for its time, and not for ever"
        case asksFirst = "of a hundred claims at once exactly one is told that it holds"
        case ignoresCase = "a key is any text, and no two are one"
    }

    private let fault: Fault
    private let base: InMemoryDeduplicationStore
    private let claims = LockedClaims()

    init(_ fault: Fault, _ base: InMemoryDeduplicationStore) {
        self.fault = fault
        self.base = base
    }

    func claim(_ key: String, as claim: ClaimID, lease: Duration) async throws -> ClaimResult {
        let key = fault == .ignoresCase ? key.lowercased() : key
        let lease = fault == .neverEndsLease ? .seconds(1_000_000) : lease
        // Who asks first and writes then finds the key free many times over.
        if fault == .asksFirst, claims.holder(of: key) == nil {
            for _ in 0..<20 { await Task.yield() }
            claims.set(claim, for: key)
            _ = try base.claim(key, as: claim, lease: lease)
            return .claimed
        }
        if fault == .refusesRepeatedClaim, claims.holder(of: key) == claim { return .busy }
        let result = try base.claim(key, as: claim, lease: lease)
        if result == .claimed { claims.set(claim, for: key) }
        return result
    }

    func complete(_ key: String, _ claim: ClaimID, keepFor: Duration) async throws -> Bool {
        if fault == .forgetsCompletion { return true }
        let keepFor = fault == .neverForgets ? .seconds(1_000_000) : keepFor
        return base.complete(fault == .ignoresCase ? key.lowercased() : key, claim, keepFor: keepFor)
    }

    func release(_ key: String, _ claim: ClaimID) async throws {
        if fault == .keepsReleased { return }
        let holder = fault == .releasesForAnyone ? claims.holder(of: key) : nil
        base.release(fault == .ignoresCase ? key.lowercased() : key, holder ?? claim)
    }
}

private final class LockedClaims: Sendable {
    private let claims = Mutex<[String: ClaimID]>([:])

    func holder(of key: String) -> ClaimID? { claims.withLock { $0[key] } }

    func set(_ claim: ClaimID, for key: String) { claims.withLock { $0[key] = claim } }
}
