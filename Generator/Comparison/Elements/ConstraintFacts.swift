import Pipeline

/// What a spec says of the values that may be sent, as facts.
enum ConstraintFacts {
    /// The constraints of a field, of the elements of its list, and those that are only told.
    static func all(_ field: ResolvedField) -> [SpecFact] {
        facts(field.constraints)
            + facts(field.elementConstraints).map { SpecFact("elements.\($0.key)", $0.text, $0.topic) }
            + facts(field.uncheckedConstraints).map { SpecFact("unchecked.\($0.key)", $0.text, .documentation) }
    }

    private static func facts(_ constraints: ValueConstraints) -> [SpecFact] {
        [
            SpecFact("min", constraints.min.map { "\($0)" }, .lowerBound),
            SpecFact("max", constraints.max.map { "\($0)" }, .upperBound),
            SpecFact("pattern", constraints.pattern, .form),
            SpecFact("minLength", constraints.minLength.map(String.init), .lowerBound),
            SpecFact("maxLength", constraints.maxLength.map(String.init), .upperBound),
            SpecFact("maxBytes", constraints.maxBytes.map(String.init), .upperBound),
            SpecFact("minItems", constraints.minItems.map(String.init), .lowerBound),
            SpecFact("maxItems", constraints.maxItems.map(String.init), .upperBound),
            SpecFact("notBlank", constraints.isNotBlank ? "true" : nil, .form),
        ]
    }
}
