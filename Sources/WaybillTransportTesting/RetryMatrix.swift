@_spi(Generated) package import WaybillRuntime

/// What each outcome of an attempt means for a call, by plan, method and key: the table that R01 and R02 are held against.
///
/// A row holds for a range of statuses. Under `again` stand those who send again: `s` for safe and documented
/// operations, `k` for keyed ones, `n` for others; then what is known of a read and of a write.
package enum RetryMatrix {
    package struct Row: Sendable {
        package let statuses: ClosedRange<Int>
        package let again: String
        package let read: DeliveryCertainty
        package let write: DeliveryCertainty

        /// Whether an operation is sent again after such an outcome.
        package func isSentAgain(_ resend: ResendPolicy) -> Bool {
            switch resend {
            case .safe, .documented: again.contains("s")
            case .keyed: again.contains("k")
            case .never: again.contains("n")
            }
        }
    }

    /// The plan of a spec that says nothing.
    package static let standard = rows(
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

    /// The standard plan's row of a status.
    package static func row(_ status: Int) -> Row? {
        standard.first { $0.statuses.contains(status) }
    }

    /// No answer came, under every plan that tries again after network failures.
    package static let neverSent = Row(statuses: 0...0, again: "skn", read: .notSent, write: .notSent)
    package static let unknown = Row(statuses: 0...0, again: "sk", read: .unknown, write: .unknown)

    /// Reads a table.
    package static func rows(_ table: String) -> [Row] {
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
