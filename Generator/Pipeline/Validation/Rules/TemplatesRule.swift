import SpecYAML
@_spi(Generated) import WaybillRuntime

struct TemplatesRule: ValidationRule {
    let id = "template"
    let summary = "What the client makes is made of known placeholders, where a caller's value may be missing."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for field in context.fields.map(\.field.value) {
            guard let make = field.make else { continue }
            check(make, into: &diagnostics)
            if let type = field.type { checkType(type, make, definitions, into: &diagnostics) }
        }
        for make in context.spec.resources.flatMap(\.operations).compactMap(\.value.idempotencyKey?.make) {
            check(make, into: &diagnostics)
        }
    }

    private func check(_ make: Located<String>, into diagnostics: inout DiagnosticCollector) {
        let template = TextTemplate(make.value)
        if !template.isBalanced { diagnostics.error(id, unbalanced, at: make.location) }
        for placeholder in template.placeholders where placeholder != "now" && !TextTemplate.isRandom(placeholder) {
            diagnostics.error(id, unknown(placeholder), at: make.location)
        }
    }

    private func checkType(
        _ type: Located<TypeExpression>,
        _ make: Located<String>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        if !type.value.isOptional { diagnostics.error(id, neverNil, at: type.location) }
        let resolved = definitions.type(type.value).unwrapped
        let isTime = resolved == .format(.timestamp)
        if isTime, make.value != "{now}" { diagnostics.error(id, noTime, at: make.location) }
        let isText = resolved == .format(.string) || resolved.words?.value.isNumeric == false
        if !isTime, !isText { diagnostics.error(id, noText, at: make.location) }
    }
}

// MARK: - Messages

extension TemplatesRule {
    private var unbalanced: String { "a brace has no partner; write placeholders as {name}" }

    private var neverNil: String { "a made value stands in for nil: end the type with '?'" }

    private var noTime: String { "a timestamp is made by {now} alone; write that" }

    private var noText: String { "only text and timestamps can be made; use 'default' for other types" }

    private func unknown(_ placeholder: String) -> String {
        let fix = Suggestion.nearest(to: placeholder, among: ["uuid", "hex32", "now"]).map { "did you mean {\($0)}?" }
        return
            "nothing makes \(SpecText.quoted("{\(placeholder)}")); \(fix ?? "the placeholders are {uuid}, {hex32} (any number from 1 to 256) and {now}")"
    }
}
