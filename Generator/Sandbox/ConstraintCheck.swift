import Pipeline
import WaybillJSON

/// Whether a value of the right type holds to the constraints of its field.
struct ConstraintCheck {
    private let constraints: ConstraintsSpec

    init(_ constraints: ConstraintsSpec) {
        self.constraints = constraints
    }

    /// Everything that is wrong with the value.
    func problems(of value: JSONValue) -> [String] {
        switch value {
        case .number(let number): number.double.map(problems(of:)) ?? []
        case .string(let text): problems(of: text)
        case .array(let elements): problems(ofCount: elements.count)
        case .object(let members): problems(ofCount: members.count)
        default: []
        }
    }

    private func problems(of number: Double) -> [String] {
        var problems: [String] = []
        if let min = constraints.min?.value, number < min { problems.append("must be at least \(text(min))") }
        if let max = constraints.max?.value, number > max { problems.append("must be at most \(text(max))") }
        return problems
    }

    private func problems(of text: String) -> [String] {
        var problems: [String] = []
        let length = text.unicodeScalars.count
        if constraints.notBlank?.value == true, text.allSatisfy(\.isWhitespace) { problems.append("must not be blank") }
        if let min = constraints.minLength?.value, length < min {
            problems.append("must have at least \(min) characters")
        }
        if let max = constraints.maxLength?.value, length > max {
            problems.append("must have at most \(max) characters")
        }
        if let pattern = constraints.pattern?.value, !Self.matches(text, pattern) {
            problems.append("must match \(pattern)")
        }
        return problems
    }

    private func problems(ofCount count: Int) -> [String] {
        var problems: [String] = []
        if let min = constraints.minItems?.value, count < min { problems.append("must have at least \(min) elements") }
        if let max = constraints.maxItems?.value, count > max { problems.append("must have at most \(max) elements") }
        return problems
    }

    /// Whether the pattern is found in the text, anchors being the author's; one that cannot be read allows everything,
    /// since the validator of the spec has refused it before.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        guard let regex = try? Regex(pattern) else { return true }
        return text.firstMatch(of: regex) != nil
    }

    private func text(_ number: Double) -> String {
        JSONNumber(number)?.text ?? "\(number)"
    }
}
