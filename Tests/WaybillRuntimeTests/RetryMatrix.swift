@_spi(Generated) @testable import WaybillRuntime

/// What each status means for a call, by plan, method and key: the table that R01 is held against.
///
/// A row holds for a range of statuses. Under `again` stand those who send again: `s` for safe and documented
/// operations, `k` for keyed ones, `n` for others; then what is known of a read and of a write.
enum RetryMatrix {
    struct Row: Sendable {
        let statuses: ClosedRange<Int>
        let again: String
        let read: DeliveryCertainty
        let write: DeliveryCertainty
    }

    static let standard = rows(
        """
        200-299  -    accepted  accepted
        300-399  -    rejected  unknown
        400-407  -    rejected  rejected
        408-408  sk   unknown   unknown
        409-428  -    rejected  rejected
        429-429  skn  rejected  rejected
        430-498  -    rejected  rejected
        499-499  -    rejected  unknown
        500-500  sk   unknown   unknown
        501-501  -    unknown   unknown
        502-504  sk   unknown   unknown
        505-519  -    unknown   unknown
        520-524  sk   unknown   unknown
        525-599  -    unknown   unknown
        """
    )

    static let walinko = rows(
        """
        200-299  -    accepted  accepted
        300-399  -    rejected  unknown
        400-407  -    rejected  rejected
        408-408  -    unknown   unknown
        409-428  -    rejected  rejected
        429-429  skn  rejected  rejected
        430-498  -    rejected  rejected
        499-499  -    rejected  unknown
        500-500  sk   unknown   unknown
        501-501  -    unknown   unknown
        502-504  sk   unknown   unknown
        505-599  -    unknown   unknown
        """
    )

    static let simpleConnect = rows(
        """
        200-299  -    accepted  accepted
        300-399  -    rejected  unknown
        400-407  -    rejected  rejected
        408-408  -    unknown   unknown
        409-498  -    rejected  rejected
        499-499  -    rejected  unknown
        500-599  sk   unknown   unknown
        """
    )

    static let plans = [(RetryPlan.standard, standard), (.walinko, walinko), (.simpleConnect, simpleConnect)]

    private static func rows(_ table: String) -> [Row] {
        table.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            let bounds = words[0].split(separator: "-").compactMap { Int($0) }
            guard let read = DeliveryCertainty(rawValue: String(words[2])),
                let write = DeliveryCertainty(rawValue: String(words[3]))
            else { return nil }
            return Row(statuses: bounds[0]...bounds[1], again: String(words[1]), read: read, write: write)
        }
    }
}
