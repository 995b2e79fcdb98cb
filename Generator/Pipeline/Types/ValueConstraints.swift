@_spi(Generated) package import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// What a value must hold to before it is sent.
package struct ValueConstraints: Sendable, Hashable {
    package var min: Double?
    package var max: Double?
    /// The regular expression that the text matches.
    package var pattern: String?
    /// The fewest characters, in Unicode scalars.
    package var minLength: Int?
    /// The most characters, in Unicode scalars.
    package var maxLength: Int?
    package var minItems: Int?
    package var maxItems: Int?
    /// Whether a text has more than white space.
    package var isNotBlank = false

    /// Whether everything is allowed.
    package var isEmpty: Bool { self == ValueConstraints() }

    /// What is wrong with a value, in the words of the client: it is the client's own checker that finds it.
    package func problems(of value: JSONValue) -> [String] {
        var checker = ArgumentChecker()
        switch value {
        case .number(let number):
            // A whole bound is named without a fraction.
            let (least, most) = (min.flatMap { Int(exactly: $0) }, max.flatMap { Int(exactly: $0) })
            if let int = number.int {
                checker.check("", int, min: least, max: most)
                checker.check("", Double(int), min: least == nil ? min : nil, max: most == nil ? max : nil)
            } else {
                checker.check("", number.double, min: min, max: max)
            }
        case .string(let text):
            checker.check(
                "",
                text,
                // An expression that cannot be read is for the spec's rules to refuse, and keeps no value out.
                matches: pattern.flatMap { (try? Regex($0)) == nil ? nil : $0 },
                notBlank: isNotBlank,
                minLength: minLength,
                maxLength: maxLength
            )
        case .array(let elements): checker.check("", count: elements.count, minItems: minItems, maxItems: maxItems)
        case .object(let members): checker.check("", count: members.count, minItems: minItems, maxItems: maxItems)
        case .null, .bool: break
        }
        return checker.violations.map(\.reason)
    }
}
