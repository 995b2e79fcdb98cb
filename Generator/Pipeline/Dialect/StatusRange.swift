/// Reads a status of HTTP or a range of them.
enum StatusRange {
    /// The range that a text names, `429` or `500-599`; nil if it names none within 100 to 599.
    static func parse(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { digits -> Int? in
            digits.count == 3 && digits.allSatisfy { "0"..."9" ~= $0 } ? Int(digits) : nil
        }
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else { return nil }
        guard first <= last, 100...599 ~= first, 100...599 ~= last else { return nil }
        return first...last
    }
}
