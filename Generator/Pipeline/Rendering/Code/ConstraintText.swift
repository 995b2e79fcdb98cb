/// Says in words what a value must hold to.
enum ConstraintText {
    /// The sentences; nil where everything is allowed and nothing is told.
    static func sentences(_ field: ResolvedField) -> String? {
        let change = "`.keep` leaves it as it is, and `.clear` sends null."
        var sentences = field.isNullable ? [change] : []
        sentences += demands(field.constraints).map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
        let elements = demands(field.elementConstraints)
        if !elements.isEmpty { sentences.append("Each element: \(elements.joined(separator: ", ")).") }
        if let unchecked = unchecked(field) { sentences.append("Not checked here: \(unchecked).") }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// When a field is needed of which others can take the place; nil where it is none of them.
    static func need(_ field: ResolvedField, among fields: [ResolvedField]) -> String? {
        guard fields.contains(where: { $0.name == field.name }) else { return nil }
        let others = fields.filter { $0.name != field.name }.map { "`\($0.identifier.text)`" }
        let absent = fields.contains(where: \.isNullable) ? "left out" : "nil"
        return "Needed where \(others.joined(separator: " and ")) \(others.count == 1 ? "is" : "are") \(absent)."
    }

    /// What is told and never checked; nil where there is nothing.
    static func unchecked(_ field: ResolvedField) -> String? {
        let demands = demands(field.uncheckedConstraints)
        return demands.isEmpty ? nil : demands.joined(separator: ", ")
    }

    private static func demands(_ constraints: ValueConstraints) -> [String] {
        var demands: [String] = []
        let least = constraints.min.map { "\($0)" }
        let most = constraints.max.map { "\($0)" }
        if let range = range(least, most, unit: "") { demands.append(range) }
        if let pattern = constraints.pattern { demands.append("matches \(code(pattern))") }
        if constraints.isNotBlank { demands.append("not blank") }
        let length = (constraints.minLength.map { String($0) }, constraints.maxLength.map { String($0) })
        if let range = range(length.0, length.1, unit: " characters") { demands.append(range) }
        if let bytes = constraints.maxBytes { demands.append("at most \(bytes) bytes") }
        let items = (constraints.minItems.map { String($0) }, constraints.maxItems.map { String($0) })
        if let range = range(items.0, items.1, unit: items.0 == "1" && items.1 == nil ? " element" : " elements") {
            demands.append(range)
        }
        return demands
    }

    private static func range(_ least: String?, _ most: String?, unit: String) -> String? {
        switch (least, most) {
        case (let least?, let most?): "\(least) to \(most)\(unit)"
        case (let least?, nil): "at least \(least)\(unit)"
        case (nil, let most?): "at most \(most)\(unit)"
        case (nil, nil): nil
        }
    }

    /// A text as code in a comment, in as many backticks as it takes.
    private static func code(_ text: String) -> String {
        text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }
}
