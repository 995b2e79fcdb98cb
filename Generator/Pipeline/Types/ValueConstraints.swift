@_spi(Generated) package import WaybillJSON
@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
package import struct FoundationEssentials.Decimal
#else
package import struct Foundation.Decimal
#endif

/// What a value must hold to before it is sent.
package struct ValueConstraints: Sendable, Hashable {
    package var min: Decimal?
    package var max: Decimal?
    /// The regular expression that the text matches.
    package var pattern: String?
    /// The fewest characters, in Unicode scalars.
    package var minLength: Int?
    /// The most characters, in Unicode scalars.
    package var maxLength: Int?
    /// The most bytes, in UTF-8.
    package var maxBytes: Int?
    package var minItems: Int?
    package var maxItems: Int?
    /// Whether a text has more than white space.
    package var isNotBlank = false

    /// Whether everything is allowed.
    package var isEmpty: Bool { self == ValueConstraints() }

    /// What is wrong with a value, in the words of the client: it is the client's own checker that finds it.
    /// - Parameter measure: What the value's type is measured by.
    package func problems(of value: JSONValue, by measure: WireFormat.Measure?) -> [String] {
        var checker = ArgumentChecker()
        switch (measure, value) {
        case (.json, _): if let maxBytes { checker.check("", json: value, maxBytes: maxBytes) }
        case (_, .number(let number)): check(number, by: &checker)
        case (_, .string(let text)):
            checker.check(
                "",
                text,
                // An expression that cannot be read is for the spec's rules to refuse, and keeps no value out.
                matches: pattern.flatMap { (try? Regex($0)) == nil ? nil : $0 },
                notBlank: isNotBlank,
                minLength: minLength,
                maxLength: maxLength,
                maxBytes: maxBytes
            )
        case (_, .array(let elements)):
            checker.check("", count: elements.count, minItems: minItems, maxItems: maxItems)
        case (_, .object(let members)):
            checker.check("", count: members.count, minItems: minItems, maxItems: maxItems)
        case (_, .null), (_, .bool): break
        }
        return checker.violations.map(\.reason)
    }

    private func check(_ number: JSONNumber, by checker: inout ArgumentChecker) {
        if let exact = Decimal(exactly: number.text) { return checker.check("", exact, min: min, max: max) }
        checker.check("", number.double, min: min.flatMap { Double("\($0)") }, max: max.flatMap { Double("\($0)") })
    }
}

extension ValueConstraints {
    /// What a spec says.
    init(_ spec: ConstraintsSpec) {
        self.init(
            min: spec.min?.value,
            max: spec.max?.value,
            pattern: spec.pattern?.value,
            minLength: spec.minLength?.value,
            maxLength: spec.maxLength?.value,
            maxBytes: spec.maxBytes?.value,
            minItems: spec.minItems?.value,
            maxItems: spec.maxItems?.value,
            isNotBlank: spec.notBlank?.value ?? false
        )
    }
}
