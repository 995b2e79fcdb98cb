/// Writes lengths of time: in words for readers, and as code.
enum DurationText {
    /// Milliseconds in words: `250 ms`, `2 s`, `60 s`, `1.5 s`.
    static func words(_ milliseconds: Int) -> String {
        guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        guard rest > 0 else { return "\(seconds) s" }
        let digits = String(rest + 1000).dropFirst()
        let fraction = digits.reversed().drop { $0 == "0" }.reversed()
        return "\(seconds).\(String(fraction)) s"
    }

    /// Milliseconds as a `Duration`: in seconds where these are whole.
    static func code(_ milliseconds: Int) -> SwiftCode {
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        return rest == 0 && seconds > 0 ? ".seconds(\(seconds))" : ".milliseconds(\(milliseconds))"
    }
}
