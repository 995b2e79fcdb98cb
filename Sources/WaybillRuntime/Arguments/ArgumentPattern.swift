import Synchronization

/// A constraint of a spec, as a regular expression.
///
/// `\d`, `\w` and `\s` mean ASCII and a dot means one Unicode scalar, as in the schema languages the constraints come
/// from. A pattern between `^` and `$` has to match the whole text: a line break at its end does not pass.
enum ArgumentPattern {
    /// The patterns of a program are few and fixed in its code; should they ever be many, they are made anew.
    private static let capacity = 256

    /// Making an expression takes ten times as long as using it, so that each is made once.
    private static let expressions = Mutex<[String: Regex<AnyRegexOutput>]>([:])

    /// Whether a text satisfies a pattern; a pattern that cannot be read is satisfied by nothing.
    static func matches(_ text: String, _ pattern: String) -> Bool {
        // Most patterns are of this kind, and all calls at once would wait for the lock below.
        if let plain = PlainPattern(pattern) { return plain.matches(text) }
        return expressions.withLock { expressions in
            guard let expression = expressions[pattern] ?? expression(pattern) else { return false }
            if expressions.count < capacity { expressions[pattern] = expression }
            let match = isWhole(pattern) ? try? expression.wholeMatch(in: text) : try? expression.firstMatch(in: text)
            return match != nil
        }
    }

    private static func isWhole(_ pattern: String) -> Bool {
        pattern.hasPrefix("^") && pattern.hasSuffix("$") && !pattern.hasSuffix("\\$")
    }

    private static func expression(_ pattern: String) -> Regex<AnyRegexOutput>? {
        let source = isWhole(pattern) ? "(?:\(pattern.dropFirst().dropLast()))" : pattern
        return try? Regex(source).asciiOnlyCharacterClasses().asciiOnlyDigits().asciiOnlyWordCharacters()
            .matchingSemantics(.unicodeScalar)
    }
}
