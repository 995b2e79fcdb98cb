/// Reads durations as the dialect writes them.
enum Milliseconds {
    private static let units: [(suffix: String, factor: Int)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
    ]

    /// The milliseconds of `200ms`, `2s`, `1m` or `1h`; nil for anything else, and for more than an Int holds.
    static func parse(_ text: some StringProtocol) -> Int? {
        for (suffix, factor) in units where text.hasSuffix(suffix) {
            guard let number = Int(text.dropLast(suffix.count)), number >= 0 else { continue }
            let (product, overflow) = number.multipliedReportingOverflow(by: factor)
            return overflow ? nil : product
        }
        return nil
    }
}
