/// Says in words what leads to a case of the error enum.
enum ErrorCaseText {
    /// The codes and the statuses, a sentence each.
    static func condition(_ errorCase: ResolvedErrorCase) -> String {
        var sentences: [String] = []
        if !errorCase.codes.isEmpty {
            let codes = errorCase.codes.map { "`\($0)`" }.joined(separator: ", ")
            sentences.append("Code \(codes).")
        }
        if !errorCase.statuses.isEmpty { sentences.append("Status \(statuses(errorCase.statuses)).") }
        return sentences.joined(separator: " ")
    }

    /// Ranges of statuses in words.
    static func statuses(_ ranges: [ClosedRange<Int>]) -> String {
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound) to \($0.upperBound)" }
            .joined(separator: ", ")
    }
}
