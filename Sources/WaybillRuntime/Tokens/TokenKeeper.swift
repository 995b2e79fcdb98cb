import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Has a token for each request of a client: one that is asked for once, however many wait for it.
///
/// Whoever waits waits for the token alone: a caller that is cancelled, or whose time is up, leaves the others and the request
/// for the token as they are.
final class TokenKeeper: Sendable, CustomStringConvertible, CustomReflectable {
    /// What a caller gets.
    enum End: Sendable {
        case token(String)
        case failed(TokenFault)
        /// The caller's task was cancelled.
        case cancelled
        /// The caller's time is up.
        case expired
    }

    private struct State {
        var token: AccessToken?
        /// The newest token that the server refused.
        var rejected: String?
        var waiting: [OnceValue<End>] = []
        var isFetching = false
        /// The newest tokens: what a server repeats may be the one before.
        var recent: [String] = []
        var mask: SecretMask
    }

    /// How long a store may take.
    private static let storeLimit = Duration.seconds(10)

    private let endpoint: TokenEndpoint
    private let store: (any TokenStore)?
    private let margin: Duration
    private let clock: RuntimeClock
    /// Takes what a store failed with: the name of the error's type.
    private let storeFailed: @Sendable (String) -> Void
    private let state: Mutex<State>
    private let secrets: SecretMask

    init(
        _ endpoint: TokenEndpoint,
        store: (any TokenStore)?,
        margin: Duration,
        clock: RuntimeClock,
        mask: SecretMask,
        storeFailed: @escaping @Sendable (String) -> Void
    ) {
        self.endpoint = endpoint
        self.store = store
        self.margin = margin
        self.clock = clock
        self.storeFailed = storeFailed
        secrets = mask
        state = Mutex(State(mask: mask))
    }

    /// Masks the credentials and the newest tokens.
    var mask: SecretMask { state.withLock(\.mask) }

    /// A token, which is asked for where there is none that will do.
    /// - Parameters:
    ///   - rejected: A token that the server has refused.
    ///   - limit: How long to wait; nil: until there is an end.
    func token(insteadOf rejected: String? = nil, within limit: Duration?) async -> End {
        let waiter = OnceValue<End>()
        let now = self.now
        let ready = state.withLock { state -> String? in
            if let rejected {
                state.rejected = rejected
                if state.token?.value == rejected { state.token = nil }
            }
            if let token = state.token, token.isFresh(at: now, margin: margin) { return token.value }
            state.waiting.append(waiter)
            guard !state.isFetching else { return nil }
            state.isFetching = true
            // No part of the caller's task: its cancellation does not end what others wait for.
            Task { await fetch() }
            return nil
        }
        if let ready { return .token(ready) }
        let timing = limit.map { limit in
            Task {
                if (try? await clock.sleep(limit)) != nil { waiter.give(.expired) }
            }
        }
        defer { timing?.cancel() }
        return await withTaskCancellationHandler {
            await waiter.value()
        } onCancel: {
            waiter.give(.cancelled)
        }
    }

    private var now: Date { Date(timeIntervalSince1970: clock.now().inSeconds) }

    // MARK: Fetching

    private func fetch() async {
        if let kept = await stored(), finish(kept, unlessRejected: true) { return }
        switch await endpoint.fetch() {
        case .success(let token):
            await put(token)
            _ = finish(token, unlessRejected: false)
        case .failure(let fault):
            // A token that was to be replaced early is still good.
            let now = self.now
            let old = state.withLock(\.token).flatMap { $0.isValid(at: now) ? $0 : nil }
            if let old, finish(old, unlessRejected: true) { return }
            fail(fault)
        }
    }

    /// Gives a token to all that wait; false, having given nothing, where the server has refused it.
    private func finish(_ token: AccessToken, unlessRejected isChecked: Bool) -> Bool {
        let waiting = state.withLock { state -> [OnceValue<End>]? in
            if isChecked, token.value == state.rejected { return nil }
            state.token = token
            if state.recent.last != token.value {
                state.recent = state.recent.suffix(1) + [token.value]
                state.mask = secrets.adding(state.recent)
            }
            return take(&state)
        }
        guard let waiting else { return false }
        for waiter in waiting { waiter.give(.token(token.value)) }
        return true
    }

    private func fail(_ fault: TokenFault) {
        let waiting = state.withLock { take(&$0) }
        for waiter in waiting { waiter.give(.failed(fault)) }
    }

    private func take(_ state: inout State) -> [OnceValue<End>] {
        defer { (state.isFetching, state.waiting) = (false, []) }
        return state.waiting
    }

    // MARK: The store

    /// The store's token, where it will do.
    private func stored() async -> AccessToken? {
        guard let store else { return nil }
        let kept = await limited { try await store.current() }
        let now = self.now
        guard let kept = kept ?? nil, kept.isFresh(at: now, margin: margin) else { return nil }
        return kept.value.isEmpty || HeaderRule.fault(inValue: kept.value) != nil ? nil : kept
    }

    private func put(_ token: AccessToken) async {
        guard let store else { return }
        _ = await limited { try await store.put(token) }
    }

    /// What the store says; nil where it fails, or takes too long.
    private func limited<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async -> Value? {
        let end = OnceValue<Value?>()
        let working = Task {
            do {
                end.give(try await work())
            } catch {
                if end.give(nil) { storeFailed("\(type(of: error))") }
            }
        }
        let timing = Task {
            guard (try? await clock.sleep(Self.storeLimit)) != nil else { return }
            working.cancel()
            if end.give(nil) { storeFailed("no answer within \(Self.storeLimit.secondsText)") }
        }
        defer { timing.cancel() }
        return await end.value()
    }

    /// Nothing of the tokens.
    var description: String { "TokenKeeper" }

    /// Nothing of the tokens.
    var customMirror: Mirror { Mirror(self, children: []) }
}
