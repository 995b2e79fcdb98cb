import WaybillWebhooks

extension DeduplicationStoreCheck {
    static let states = DeduplicationStoreCheck("a key is free, then claimed, then done") { trial in
        let (key, claim) = (trial.key(), ClaimID())
        try await trial.expect(key, claimedBy: claim, gives: .claimed, "a free key")
        try await trial.expect(key, claimedBy: ClaimID(), gives: .busy, "a key that another claim holds")
        try await trial.expect(trial.key("other"), claimedBy: ClaimID(), gives: .claimed, "another key")
        let isHeld = try await trial.store.complete(key, claim, keepFor: DeduplicationStoreTrial.long)
        trial.expect(isHeld, "completing a claim that holds: false")
        try await trial.expect(key, claimedBy: ClaimID(), gives: .done, "a key that is done")
        try await trial.expect(key, claimedBy: claim, gives: .done, "a key that is done, by who has done it")
    }

    static let repeatedClaim = DeduplicationStoreCheck("the same claim again, after a lost answer, is claimed") {
        trial in
        let (key, claim) = (trial.key(), ClaimID())
        for turn in 1...3 {
            try await trial.expect(key, claimedBy: claim, gives: .claimed, "claim \(turn)")
            try await trial.expect(key, claimedBy: ClaimID(), gives: .busy, "another claim after claim \(turn)")
        }
    }

    static let released = DeduplicationStoreCheck("a key that is released is free") { trial in
        let (key, first, second) = (trial.key(), ClaimID(), ClaimID())
        try await trial.expect(key, claimedBy: first, gives: .claimed, "a free key")
        for _ in 1...2 { try await trial.store.release(key, first) }
        try await trial.expect(key, claimedBy: second, gives: .claimed, "a key that was released")
        let isHeld = try await trial.store.complete(key, first, keepFor: DeduplicationStoreTrial.long)
        trial.expect(!isHeld, "completing a claim that was released: true")
        try await trial.expect(key, claimedBy: ClaimID(), gives: .busy, "a key that another holds now")
    }

    static let strangers = DeduplicationStoreCheck("nobody ends the claim of another, or frees what is done") { trial in
        let (key, claim, stranger) = (trial.key(), ClaimID(), ClaimID())
        for moment in ["free", "claimed", "done"] {
            let isHeld = try await trial.store.complete(key, stranger, keepFor: DeduplicationStoreTrial.long)
            trial.expect(!isHeld, "completing another's claim on a key that is \(moment): true")
            try await trial.store.release(key, stranger)
            switch moment {
            case "free": try await trial.expect(key, claimedBy: claim, gives: .claimed, "a free key")
            case "claimed":
                try await trial.expect(key, claimedBy: ClaimID(), gives: .busy, "a key that a stranger released")
                trial.expect(
                    try await trial.store.complete(key, claim, keepFor: DeduplicationStoreTrial.long),
                    "completing a claim that a stranger released: false"
                )
                try await trial.store.release(key, claim)
            default: try await trial.expect(key, claimedBy: ClaimID(), gives: .done, "a key released once done")
            }
        }
    }

    static let endedLease = DeduplicationStoreCheck("a claim whose lease has ended is free, and no longer its owner's")
    {
        trial in
        let (key, slow, next) = (trial.key(), ClaimID(), ClaimID())
        try await trial.expect(key, claimedBy: slow, lease: trial.lease, gives: .claimed, "a free key")
        try await trial.expect(key, claimedBy: next, gives: .busy, "a key before its lease has ended")
        try await trial.wait(trial.lease * 2)
        try await trial.expect(key, claimedBy: next, gives: .claimed, "a key whose lease has ended")
        let isHeld = try await trial.store.complete(key, slow, keepFor: DeduplicationStoreTrial.long)
        trial.expect(!isHeld, "completing a claim that another has taken over: true")
        try await trial.store.release(key, slow)
        try await trial.expect(key, claimedBy: ClaimID(), gives: .busy, "a key that was taken over")
    }

    static let endedKeeping = DeduplicationStoreCheck("what is done is known for its time, and not for ever") { trial in
        let (key, claim) = (trial.key(), ClaimID())
        // A lease that ends earlier must not take with it what is done.
        try await trial.expect(key, claimedBy: claim, lease: trial.lease, gives: .claimed, "a free key")
        trial.expect(
            try await trial.store.complete(key, claim, keepFor: trial.lease * 4),
            "completing a claim that holds: false"
        )
        try await trial.wait(trial.lease * 2)
        try await trial.expect(key, claimedBy: ClaimID(), gives: .done, "a key that is done, past its lease")
        try await trial.wait(trial.lease * 4)
        try await trial.expect(key, claimedBy: ClaimID(), gives: .claimed, "a key that has been kept for its time")
    }

    static let manyAtOnce = DeduplicationStoreCheck("of a hundred claims at once exactly one is told that it holds") {
        trial in
        let (key, store) = (trial.key(), trial.store)
        let results = try await withThrowingTaskGroup(of: ClaimResult.self) { group in
            for _ in 0..<100 {
                group.addTask { try await store.claim(key, as: ClaimID(), lease: DeduplicationStoreTrial.long) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let claimed = results.count { $0 == .claimed }
        trial.expect(claimed == 1, "\(claimed) were told so")
        let busy = results.count { $0 == .busy }
        trial.expect(busy == 99, "\(busy) of the others were told that it is busy")
    }

    static let anyText = DeduplicationStoreCheck("a key is any text, and no two are one") { trial in
        let texts = [
            "a", "A", "a ", "'", "''", "\"", "\\", "%", "_", "*", "$1", "?", "{a}", "a\nb", "a\u{0301}", "á", "é",
            "e\u{301}",
            "😀", String(repeating: "x", count: 120), String(repeating: "x", count: 119) + "y",
        ]
        for text in texts {
            try await trial.expect(trial.key(text), claimedBy: ClaimID(), gives: .claimed, "the key '\(text)'")
        }
        for text in texts {
            try await trial.expect(trial.key(text), claimedBy: ClaimID(), gives: .busy, "the key '\(text)' again")
        }
    }
}
