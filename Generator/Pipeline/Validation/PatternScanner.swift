/// Looks through a regular expression for what can take exponential time: a repeated group that repeats something
/// inside or has alternatives, look-around, and references.
struct PatternScanner {
    private let characters: [Character]
    private var index = 0

    /// Makes a scanner for an expression that compiles.
    init(_ pattern: String) {
        characters = Array(pattern)
    }

    /// Whether the expression is harmless.
    mutating func isSimple() -> Bool {
        scanGroup() != nil
    }

    /// Reads to the group's end; whether it repeats or branches inside, nil if it is not harmless.
    private mutating func scanGroup() -> Bool? {
        var isComplex = false
        while index < characters.count, characters[index] != ")" {
            let character = characters[index]
            index += 1
            var isInnerComplex = false
            switch character {
            case "\\": guard skipEscape() else { return nil }
            case "[": skipClass()
            case "|": isComplex = true
            case "(":
                guard skipGroupHead(), let inner = scanGroup() else { return nil }
                index += 1
                isInnerComplex = inner
            default: break
            }
            if skipRepetition() {
                if isInnerComplex { return nil }
                isComplex = true
            } else if isInnerComplex {
                isComplex = true
            }
        }
        return isComplex
    }

    private mutating func skipEscape() -> Bool {
        guard index < characters.count else { return true }
        let escaped = characters[index]
        index += 1
        return !("1"..."9" ~= escaped || "kgGX".contains(escaped))
    }

    private mutating func skipClass() {
        var depth = 1
        while index < characters.count, depth > 0 {
            switch characters[index] {
            case "\\": index += 1
            case "[": depth += 1
            case "]": depth -= 1
            default: break
            }
            index += 1
        }
    }

    /// Skips `?:`; false for every other group that begins with a question mark.
    private mutating func skipGroupHead() -> Bool {
        guard index + 1 < characters.count, characters[index] == "?" else { return true }
        guard characters[index + 1] == ":" else { return false }
        index += 2
        return true
    }

    /// Skips a repetition; whether it is one of varying number (`?` and `{3}` are not).
    private mutating func skipRepetition() -> Bool {
        guard index < characters.count else { return false }
        switch characters[index] {
        case "*", "+": index += 1
        case "?":
            index += 1
            return false
        case "{":
            let start = index
            while index < characters.count, characters[index] != "}" { index += 1 }
            index += 1
            guard characters[start..<min(index, characters.count)].contains(",") else { return false }
        default: return false
        }
        if index < characters.count, "?+".contains(characters[index]) { index += 1 }
        return true
    }
}
