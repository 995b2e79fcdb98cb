import SpecYAML

extension Kind where Value == Located<RetrySpec.Delay> {
    /// One time after each attempt.
    static var table: Kind {
        TableDelay.dialect.kind.map { .table($0.times.map(\.value), jitter: $0.jitter?.value ?? 0) }.located()
    }

    /// A time that grows by itself.
    static var linear: Kind { LinearDelay.dialect.kind.map { .linear($0.time.value) }.located() }

    /// A time that is multiplied.
    static var exponential: Kind {
        ExponentialDelay.dialect.kind.map { delay in
            .exponential(
                base: delay.base.value,
                factor: delay.factor.value,
                cap: delay.cap.value,
                fullJitter: delay.fullJitter.value
            )
        }.located()
    }
}

private struct TableDelay: Readable {
    var times: [Located<Int>] = []
    var jitter: Located<Int>?

    static let dialect = Mapping<TableDelay>("tableDelay", "a table's 'delay'") {
        Key(required: "table", .list(.duration), \.times)
            .means("One time after each attempt, the last one repeated; never falling.")
        Key("jitter", .orNone(.duration), \.jitter).otherwise("`none`").means("The most that is added at random.")
    }
}

private struct LinearDelay: Readable {
    var time: Located<Int> = .unread

    static let dialect = Mapping<LinearDelay>("linearDelay", "a linear 'delay'") {
        Key(required: "linear", .duration, \.time).means("The time, multiplied by the number of failed attempts.")
    }
}

private struct ExponentialDelay: Readable {
    var base: Located<Int> = .unread
    var factor: Located<Double> = .unread
    var cap: Located<Int> = .unread
    var fullJitter: Located<Bool> = .unread

    static let dialect = Mapping<ExponentialDelay>("exponentialDelay", "an exponential 'delay'") {
        Key(required: "exponential", .duration, \.base).means("The first time.")
        Key("factor", .number, \.factor, default: "2").means("What it is multiplied with each time; 1 to 10.")
        Key(required: "cap", .duration, \.cap).means("The longest time.")
        Key("jitter", .words(["full": true, "none": false]), \.fullJitter, default: "full")
            .means("Whether the wait is drawn between 0 and the time.")
    }
}
