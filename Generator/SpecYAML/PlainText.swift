/// A text without quotes, as other readers of YAML see it.
///
/// YAML 1.1 (PyYAML, Yams) knows truth values, numbers and dates that YAML 1.2 does not know, and the other way round. Which, was found
/// by experiment: `Tests/SpecYAMLTests/Readers` holds what each reader makes of some hundred texts.
struct PlainText {
    private let scalar: YAMLScalar

    /// Nil for text in quotes and blocks, which all read alike.
    init?(_ scalar: YAMLScalar) {
        guard scalar.style == .plain else { return nil }
        self.scalar = scalar
    }

    /// Whether it is text here and something else to others: quotes make it text for all.
    var needsQuotes: Bool { scalar.isText && misreading != nil }

    /// What some reader takes it for, where this is not what YAML 1.2's core schema has; nil where all agree.
    private var misreading: String? {
        let text = scalar.text
        guard let first = text.utf8.first else { return nil }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            if DateForm.isDate(text) { return "a date" }
            guard let form = NumberForm(text) else { return nil }
            if form.isAlike { return isTooLong ? "text" : nil }
            return scalar.isText ? "a number" : otherNumber
        default:
            if Self.truthValues.contains(text) { return "true or false" }
            return ["=", "<<"].contains(text) ? "a sign of its own" : nil
        }
    }

    /// Whether it is a whole number beyond 64 bits, which PyYAML and ruamel.yaml have and Yams has not.
    private var isTooLong: Bool {
        NumberForm(scalar.text)?.isAlike == true && !scalar.text.contains(".") && scalar.int == nil
    }

    /// What a number is to readers of YAML 1.1.
    private var otherNumber: String {
        let digits = scalar.text.drop { "+-".contains($0) }
        guard digits.count > 1, digits.hasPrefix("0"), digits.allSatisfy({ "0"..."7" ~= $0 }) else { return "text" }
        return Int(scalar.text, radix: 8).map { "\($0)" } ?? "another number"
    }

    private static let truthValues: Set<String> = [
        "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF",
    ]

    /// What is wrong with it as a value, and what to write instead.
    /// - Parameter isInBrackets: Whether it stands between brackets, where PyYAML ends a text at a `?`.
    func objection(isInBrackets: Bool) -> String? {
        let shown = SpecText.quoted(scalar.text)
        if isInBrackets, scalar.text.contains("?") {
            return "PyYAML reads no '?' between brackets; put \(shown) in double quotes"
        }
        guard let misreading else { return nil }
        if isTooLong {
            return
                "Yams has no whole numbers beyond 64 bits, and takes \(shown) for text; write another number, or \(quotes) for the text"
        }
        let reading = "readers of YAML 1.1 take \(shown) for \(misreading)"
        if scalar.isText { return "\(reading); write \(quotes)" }
        guard let value = scalar.int else { return "\(reading); write another number, or \(quotes) for the text" }
        return "\(reading), others for \(value); write \(value), or \(quotes) for the text"
    }

    /// What is wrong with it as a key, and what to write instead.
    func objection(asKeyInBrackets isInBrackets: Bool) -> String? {
        // Merge keys and keys that are missing have rules of their own.
        guard scalar.text != "<<", !scalar.text.isEmpty else { return nil }
        guard !scalar.isText, misreading == nil else { return objection(isInBrackets: isInBrackets) }
        return "a key is text, and \(SpecText.quoted(scalar.text)) is \(scalar.kindName); write \(quotes)"
    }

    /// The text in double quotes, cut as all quotations are.
    private var quotes: String { "\"\(SpecText.quoted(scalar.text).dropFirst().dropLast())\"" }
}
