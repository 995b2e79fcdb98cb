import SpecYAML

/// Turns the text of a type, `list<map<string>>?`, into a type expression.
public enum TypeExpressionParser {
    /// Lists and maps inside one another beyond this are refused.
    static let deepest = 8

    /// Why a text is no type.
    public struct Failure: Error, Sendable, Hashable {
        /// What is wrong and what to write instead.
        public let message: String
    }

    /// Reads a type: a word of the dialect, a name, `list<…>`, `map<…>` or `batch<…>`, and a final `?` for what may be missing.
    /// - Throws: What is wrong with the text.
    public static func parse(_ text: String) throws(Failure) -> TypeExpression {
        let scalars = text.unicodeScalars[...]
        guard scalars.last == "?" else { return try element(scalars, depth: 0) }
        return .optional(try element(scalars.dropLast(), depth: 0))
    }

    private static func element(_ text: Substring.UnicodeScalarView, depth: Int) throws(Failure) -> TypeExpression {
        guard depth <= deepest else { throw Failure(message: "this type is too deep; make a model of its inner part") }
        if text.last == "?" {
            throw Failure(message: "only the whole type can be optional; write one '?', at the end")
        }
        if let inner = inside("list", text) { return .list(try element(inner, depth: depth + 1)) }
        if let inner = inside("map", text) { return .map(try element(inner, depth: depth + 1)) }
        if let inner = inside("batch", text) { return .batch(try element(inner, depth: depth + 1)) }
        return try word(String(text))
    }

    private static func inside(_ word: String, _ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
        guard text.last == ">", text.starts(with: (word + "<").unicodeScalars) else { return nil }
        return text.dropFirst(word.unicodeScalars.count + 1).dropLast()
    }

    private static func word(_ text: String) throws(Failure) -> TypeExpression {
        if let format = WireFormat.named(text) { return .format(format) }
        if ["list", "map", "batch"].contains(text) {
            throw Failure(message: "a \(text) needs the type of its elements; write \(text)<string>")
        }
        guard let first = text.unicodeScalars.first, isLetter(first), text.unicodeScalars.allSatisfy(isPartOfName)
        else {
            if let known = known(near: text) { throw Failure(message: "did you mean '\(known)'?") }
            if text.contains(".") { throw Failure(message: "the types with a point are \(Self.pointed)") }
            throw Failure(message: "expected a type such as string, Model?, list<int> or map<string>")
        }
        return .named(text)
    }

    /// A word with a dot, which is never a name of the spec's own.
    private static func known(near text: String) -> String? {
        guard text.contains(".") else { return nil }
        return Suggestion.nearest(to: text, among: pointedWords)
    }

    private static let pointedWords = WireFormat.all.map(\.word).filter { $0.contains(".") }

    private static var pointed: String {
        pointedWords.dropLast().joined(separator: ", ") + " and " + (pointedWords.last ?? "")
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        "a"..."z" ~= scalar || "A"..."Z" ~= scalar
    }

    private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || "0"..."9" ~= scalar || scalar == "_"
    }
}
