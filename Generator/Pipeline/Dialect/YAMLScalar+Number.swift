import SpecYAML
import WaybillJSON

extension YAMLScalar {
    /// The number with its digits, never by way of a double: `+19.9900` is 19.9900, and `.5` is 0.5.
    ///
    /// Nil for text, and for what JSON has no number for.
    var number: JSONNumber? {
        guard style == .plain else { return nil }
        if let number = JSONNumber(text: text) { return number }
        if let int { return JSONNumber(int) }
        guard double?.isFinite == true else { return nil }
        let digits = text.drop { $0 == "+" || $0 == "-" }
        let mantissa = digits.prefix { $0 != "e" && $0 != "E" }
        let halves = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first?.drop(while: { $0 == "0" }) else { return nil }
        let fraction = halves.count > 1 && !halves[1].isEmpty ? "." + halves[1] : ""
        let sign = text.hasPrefix("-") ? "-" : ""
        return JSONNumber(text: sign + (whole.isEmpty ? "0" : whole) + fraction + digits[mantissa.endIndex...])
    }
}
