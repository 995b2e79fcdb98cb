import SpecYAML

struct FromArgumentRule: ValidationRule {
    let id = "from-argument"
    let summary =
        "`fromArgument` names an argument of every operation whose body has the field; each argument is named."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let models = Dictionary(context.spec.models.map { ($0.name.value, $0.value.fields) }) { first, _ in first }
        for operation in context.spec.resources.flatMap(\.operations) {
            let fields = reached(from: operation.value.body, models)
            let names = operation.value.arguments.map(\.name.value)
            for argument in fields.compactMap(\.value.fromArgument) where !names.contains(argument.value) {
                diagnostics.error(id, unknown(argument.value, operation.name.value, names), at: argument.location)
            }
            let used = Set(fields.compactMap(\.value.fromArgument?.value))
            for argument in operation.value.arguments where !used.contains(argument.name.value) {
                diagnostics.error(id, unused(argument.name.value), at: argument.name.location)
            }
        }
        checkReach(context.spec, models, into: &diagnostics)
    }

    /// The fields of a body and of the models in it, lists and maps aside: there one argument would fill many places.
    private func reached(
        from body: [Named<FieldSpec>],
        _ models: [String: [Named<FieldSpec>]]
    ) -> [Named<FieldSpec>] {
        var found: [Named<FieldSpec>] = []
        var open = body
        var seen: Set<String> = []
        while let field = open.popLast() {
            found.append(field)
            guard case .named(let name)? = field.value.type?.value.unwrapped, seen.insert(name).inserted else {
                continue
            }
            open += models[name] ?? []
        }
        return found
    }

    private func checkReach(
        _ spec: Spec,
        _ models: [String: [Named<FieldSpec>]],
        into diagnostics: inout DiagnosticCollector
    ) {
        let operations = spec.resources.flatMap(\.operations)
        let reached = Set(operations.flatMap { self.reached(from: $0.value.body, models) }.map(\.name.location))
        for field in spec.models.flatMap(\.value.fields) {
            guard let argument = field.value.fromArgument, !reached.contains(field.name.location) else { continue }
            diagnostics.error(id, unreached, at: argument.location)
        }
    }
}

// MARK: - Messages

extension FromArgumentRule {
    private var unreached: String {
        "no operation's body has this field, so nothing fills it; leave out 'fromArgument'"
    }

    private func unknown(_ name: String, _ operation: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it under 'arguments'"
        return "operation \(SpecText.quoted(operation)) has no argument \(SpecText.quoted(name)); \(fix)"
    }

    private func unused(_ name: String) -> String {
        "no field takes the argument \(SpecText.quoted(name)); write 'fromArgument: \(name)' at one, or leave it out"
    }
}
