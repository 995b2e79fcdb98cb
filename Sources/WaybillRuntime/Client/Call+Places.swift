// MARK: - Places

extension Call {
    /// The next attempt's limit, once there are a token and a place for it.
    ///
    /// A token that has to be asked for is there before the place comes, and is looked at again after it.
    mutating func admission() async throws(FailureReport) -> Attempt.Limit? {
        try await getToken()
        guard let pace = core.pace else { return try nextLimit() }
        let place = try await self.place(pace)
        do throws(FailureReport) {
            try await getToken()
            return try nextLimit()
        } catch {
            place?.giveBack()
            throw error
        }
    }

    /// The place of the next attempt, where the client keeps to a rate; throws where there is none in time.
    private func place(_ pace: PaceKeeper) async throws(FailureReport) -> PaceKeeper.Place? {
        let end = await pace.place(for: request.definition.id, priority, until: deadline) { duration in
            let wait = ObservedWait(
                duration: duration,
                nextAttempt: attempts + 1,
                maxAttempts: limits.rule.maxAttempts,
                error: .pacing
            )
            core.logPlace(wait, request.definition.id)
            observation?.waitBegan(wait)
        }
        switch end {
        case .go(let place): return place
        case .cancelled: throw cancelled(answer)
        case .expired: throw withoutPlace()
        case .refused: throw withoutPacer()
        }
    }
}
