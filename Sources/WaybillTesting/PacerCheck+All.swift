import WaybillRuntime

extension PacerCheck {
    static let places = PacerCheck("a window has as many places as its rate, and the next one has the next") { trial in
        let (key, rates) = (trial.key(), [RequestRate(3, per: PacerTrial.hour)])
        for number in 0..<10 {
            try await trial.expect(key, rates, gives: number / 3, "place \(number + 1), with three an hour")
        }
    }

    static let windows = PacerCheck("of several windows each is kept") { trial in
        let rates = [RequestRate(2, per: PacerTrial.hour), RequestRate(3, per: PacerTrial.hour * 10)]
        for (first, key) in [(0, trial.key("a")), (1, trial.key("b"))] {
            let rates = first == 0 ? rates : rates.reversed()
            for (number, hours) in [0, 0, 1, 10, 10, 11, 20].enumerated() {
                let moment = "place \(number + 1), with two an hour and three in ten hours"
                try await trial.expect(key, rates, gives: hours, moment)
            }
        }
    }

    static let tooFar = PacerCheck("a place beyond the limit is none, and is not taken") { trial in
        let (key, rates) = (trial.key(), [RequestRate(1, per: PacerTrial.hour)])
        try await trial.expect(key, rates, within: .zero, gives: 0, "a free place, within no time")
        for limit in [Duration.zero, .seconds(10), .seconds(1_800)] {
            try await trial.expect(key, rates, within: limit, gives: nil, "a place in an hour, within \(limit)")
        }
        try await trial.expect(key, rates, within: PacerTrial.hour, gives: 1, "a place in an hour, within one")
        try await trial.expect(key, rates, within: PacerTrial.hour, gives: nil, "a place in two hours, within one")
        try await trial.expect(key, rates, within: .seconds(1_000_000), gives: 2, "a place in two hours, within days")
    }

    static let lead = PacerCheck("a place that is to be further away is, and those before it are still given out") {
        trial in
        let (key, other, hour) = (trial.key(), trial.key("other"), PacerTrial.hour)
        let rates = [RequestRate(2, per: hour)]
        try await trial.expect(key, rates, after: hour * 3, within: hour, gives: nil, "three hours away, within one")
        try await trial.expect(
            key,
            rates,
            after: hour * 3,
            within: hour * 3,
            gives: 3,
            "three hours away, within three"
        )
        try await trial.expect(key, rates, gives: 0, "a place before the one in three hours")
        try await trial.expect(key, rates, after: hour * 9, gives: 9, "nine hours away")
        try await trial.expect(other, [RequestRate(1, per: hour * 2)], gives: 0, "a free place")
        try await trial.expect(
            other,
            [RequestRate(1, per: hour * 2)],
            after: hour,
            gives: 2,
            "an hour away, one in two hours"
        )
    }

    static let released = PacerCheck("a place that is given back is another's") { trial in
        let (key, rates) = (trial.key(), [RequestRate(2, per: PacerTrial.hour)])
        try await trial.pacer.release(key, PacePlace(time: .seconds(1), wait: .zero))
        for _ in 0..<2 { try await trial.expect(key, rates, gives: 0, "a free place") }
        for _ in 0..<3 {
            guard let place = try await trial.expect(key, rates, gives: 1, "the third place") else { continue }
            for _ in 0..<2 { try await trial.pacer.release(key, place) }
        }
        for hours in [1, 1, 2] { try await trial.expect(key, rates, gives: hours, "a place after those given back") }
    }

    static let held = PacerCheck("a hold is kept by all under its key; the last to end counts") { trial in
        let rates = [RequestRate(2, per: PacerTrial.hour)]
        for key in [trial.key("new"), trial.key("used")] {
            if key == trial.key("used") { try await trial.expect(key, rates, gives: 0, "a free place") }
            try await trial.pacer.hold(key, for: PacerTrial.hour * 3)
            try await trial.pacer.hold(key, for: PacerTrial.hour)
            try await trial.expect(key, rates, within: PacerTrial.hour, gives: nil, "a hold of three hours, within one")
            for hours in [3, 3, 4, 4] { try await trial.expect(key, rates, gives: hours, "a place after a hold") }
        }
        try await trial.expect(trial.key("other"), rates, gives: 0, "a key that is not held")
    }

    static let keys = PacerCheck("each key has its own places, whatever its text") { trial in
        let rates = [RequestRate(1, per: PacerTrial.hour)]
        for text in ["a", "b", "with blanks and 'quotes' \"\" \\", "{braces}:*?[]", "Grüße 你好", "%s $1 :x"] {
            try await trial.expect(trial.key(text), rates, gives: 0, "the first place of '\(text)'")
            try await trial.expect(trial.key(text), rates, gives: 1, "the second place of '\(text)'")
        }
    }

    static let passed = PacerCheck("a window passes, and so does a hold") { trial in
        let (key, rates) = (trial.key(), [RequestRate(2, per: trial.window)])
        for turn in 1...2 {
            for _ in 0..<2 { try await trial.expect(key, rates, gives: 0, "a free place in window \(turn)") }
            try await trial.wait(trial.window)
        }
        try await trial.pacer.hold(key, for: trial.window)
        try await trial.wait(trial.window)
        try await trial.expect(key, rates, within: .zero, gives: 0, "a place after a hold that has ended")
    }

    static let manyAtOnce = PacerCheck("of many who ask at once, no more than fit get the same window") { trial in
        let (pacer, key, rates) = (trial.pacer, trial.key(), [RequestRate(5, per: PacerTrial.hour)])
        let places = try await withThrowingTaskGroup(of: PacePlace?.self) { group in
            for _ in 0..<40 { group.addTask { try await pacer.reserve(key, rates, after: .zero, within: nil) } }
            return try await group.reduce(into: [PacePlace?]()) { $0.append($1) }
        }
        let hours = places.compactMap { $0.map { PacerTrial.hours($0.wait) } }.sorted()
        trial.expect(hours == (0..<40).map { $0 / 5 }, "40 places at once, with five an hour: in \(hours) h")
    }
}
