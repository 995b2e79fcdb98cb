/// Says in words what a value must hold to.
enum ConstraintText {
    /// The sentences; nil where everything is allowed.
    static func sentences(_ constraints: ValueConstraints) -> String? {
        var sentences: [String] = []
        let least = constraints.min.map { JSONNumberText.shortest($0) }
        let most = constraints.max.map { JSONNumberText.shortest($0) }
        if let range = range(least, most, unit: "") { sentences.append(range) }
        if let pattern = constraints.pattern { sentences.append("Matches \(code(pattern)).") }
        if constraints.isNotBlank { sentences.append("Not blank.") }
        let length = (constraints.minLength.map { String($0) }, constraints.maxLength.map { String($0) })
        if let range = range(length.0, length.1, unit: " characters") { sentences.append(range) }
        let items = (constraints.minItems.map { String($0) }, constraints.maxItems.map { String($0) })
        if let range = range(items.0, items.1, unit: items.0 == "1" && items.1 == nil ? " element" : " elements") {
            sentences.append(range)
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private static func range(_ least: String?, _ most: String?, unit: String) -> String? {
        switch (least, most) {
        case (let least?, let most?): "\(least) to \(most)\(unit)."
        case (let least?, nil): "At least \(least)\(unit)."
        case (nil, let most?): "At most \(most)\(unit)."
        case (nil, nil): nil
        }
    }

    /// A text as code in a comment, in as many backticks as it takes.
    private static func code(_ text: String) -> String {
        text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }
}
