import SpecYAML
@_spi(Generated) import WaybillRuntime

struct IdempotencyKeyRule: ValidationRule {
    let id = "idempotency-key"
    let summary = "An idempotency key stands in a header or a text of the body, and a made one never repeats."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            guard let key = operation.idempotencyKey else { continue }
            if (key.header == nil) == (key.field == nil) { diagnostics.error(id, onePlace, at: key.location) }
            if let field = key.field { checkField(field, key, operation, definitions, into: &diagnostics) }
            if let make = key.make { checkMake(make, key, into: &diagnostics) }
            if let length = key.maxLength, length.value < 1 { diagnostics.error(id, noLength, at: length.location) }
            if let keep = key.keep, keep.value < 1 { diagnostics.error(id, noTime, at: keep.location) }
        }
    }

    private func checkField(
        _ path: Located<String>,
        _ key: IdempotencyKeySpec,
        _ operation: OperationSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        if let make = key.make { diagnostics.error(id, makeOfField, at: make.location) }
        var members = definitions.members(operation.body)
        var found: ResolvedField?
        for name in DottedPath.isWellFormed(path.value) ? DottedPath(path.value).keys : [] {
            found = members.compactMap(\.field).first { $0.name == name }
            members = found?.type.model?.members ?? []
        }
        guard let found else {
            return diagnostics.error(id, noField(path.value), at: path.location)
        }
        guard found.type.unwrapped == .format(.string) else {
            return diagnostics.error(id, noText(path.value), at: path.location)
        }
        if found.type.isOptional, found.make == nil {
            diagnostics.error(id, neverMade(path.value), at: path.location)
        }
    }

    private func checkMake(
        _ make: Located<String>,
        _ key: IdempotencyKeySpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let template = TextTemplate(make.value)
        if !template.placeholders.contains(where: TextTemplate.isRandom) {
            diagnostics.error(id, repeats, at: make.location)
        }
        let length = template.literal.utf8.count + template.placeholders.reduce(0) { $0 + self.length(of: $1) }
        if let longest = key.maxLength, length > longest.value {
            diagnostics.error(id, tooLong(length, longest.value), at: make.location)
        }
    }

    private func length(of placeholder: String) -> Int {
        switch placeholder {
        case "uuid": 36
        case "now": 24
        default: TextTemplate.randomDigits(placeholder) ?? 0
        }
    }
}

// MARK: - Messages

extension IdempotencyKeyRule {
    private var onePlace: String { "an idempotency key stands in one place; write 'header' or 'field', one of them" }

    private var noLength: String { "a key has at least one character; write a positive number" }

    private var noTime: String { "a server that forgets a key at once has none; write a time such as 24h" }

    private var makeOfField: String { "a key in the body is made by its field; move 'make' there" }

    private var repeats: String { "this makes the same key each time; put {uuid} or {hex32} into it" }

    private func noField(_ path: String) -> String {
        "the body has no field \(SpecText.quoted(path)); write the path to it, such as event.event_id"
    }

    private func noText(_ path: String) -> String {
        "\(SpecText.quoted(path)) is no text; an idempotency key is a string"
    }

    private func neverMade(_ path: String) -> String {
        "nothing makes \(SpecText.quoted(path)) where the caller gives none; give the field a 'make', or make it required"
    }

    private func tooLong(_ length: Int, _ longest: Int) -> String {
        "a made key has \(length) characters, and \(longest) are allowed; shorten the template"
    }
}
