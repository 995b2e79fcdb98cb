/// Finds the known word that somebody probably meant, for "did you mean".
public enum Suggestion {
    /// Words longer than this get no suggestion: they are not typing mistakes, and the comparison is quadratic.
    private static let longest = 64

    /// The known word nearest to a word, or nil if none is near; of equally near ones the first.
    ///
    /// Nearness is the Damerau-Levenshtein distance (insert, delete, replace, swap neighbours) after letter case, `_` and
    /// `-` are taken away, so `api_key` finds `apiKey`. One mistake is forgiven in words of 3 to 5 letters, two in 6
    /// to 8, three in longer ones; shorter words must be equal.
    public static func nearest(to word: String, among known: [String]) -> String? {
        let letters = normalized(word)
        guard !letters.isEmpty, letters.count <= longest else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in known {
            let others = normalized(candidate)
            let allowed = (best?.distance).map { $0 - 1 } ?? tolerance(letters.count)
            guard others.count <= longest, abs(others.count - letters.count) <= allowed else { continue }
            let distance = distance(letters, others)
            if distance <= allowed { best = (candidate, distance) }
        }
        return best?.word
    }

    private static func tolerance(_ length: Int) -> Int {
        switch length {
        case ..<3: 0
        case 3...5: 1
        case 6...8: 2
        default: 3
        }
    }

    private static func normalized(_ word: String) -> [Unicode.Scalar] {
        word.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" }
    }

    /// The optimal string alignment distance, with three rows of the table kept.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = last[column] + (letter == other ? 0 : 1)
                var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
