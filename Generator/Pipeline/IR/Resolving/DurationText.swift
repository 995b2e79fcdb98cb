/// Says in words how long something takes.
enum DurationText {
    /// Milliseconds as text: `250 ms`, `2 s`, `60 s`, `1.5 s`.
    static func words(_ milliseconds: Int) -> String {
        guard milliseconds >= 1000 else { return "\(milliseconds) ms" }
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        guard rest > 0 else { return "\(seconds) s" }
        let digits = String(rest + 1000).dropFirst()
        let fraction = digits.reversed().drop { $0 == "0" }.reversed()
        return "\(seconds).\(String(fraction)) s"
    }
}
