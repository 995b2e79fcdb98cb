import SpecYAML

struct PagesRule: ValidationRule {
    let id = "pages"
    let summary = "The pages of an operation are counted by a query parameter, and its answer holds their elements."

    func check(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let table = TypeTable(spec)
        for operation in spec.resources.flatMap(\.operations) {
            guard let pages = operation.value.pages else { continue }
            checkParameters(pages, operation.value, into: &diagnostics)
            checkAnswer(pages, operation, table, into: &diagnostics)
            if operation.value.resend?.value == .never {
                diagnostics.error(id, unsafe, at: pages.items.location)
            }
        }
    }

    private func checkParameters(
        _ pages: PagesSpec,
        _ operation: OperationSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let parameters = operation.queryParameters
        let names = parameters.map(\.name.value)
        let counts = [pages.page, pages.size].compactMap(\.self)
        for name in counts + pages.carry.map(\.name) where !names.contains(name.value) {
            diagnostics.error(id, noParameter(name.value, names), at: name.location)
        }
        for name in counts {
            guard let type = parameters.first(where: { $0.name.value == name.value })?.value.type?.value else {
                continue
            }
            if type.unwrapped != .primitive(.int) { diagnostics.error(id, noCount(name.value), at: name.location) }
        }
        for (index, carried) in pages.carry.enumerated() {
            let isTaken = [pages.page.value, pages.size?.value].contains(carried.name.value)
            let isTwice = pages.carry[..<index].contains { $0.name == carried.name }
            if isTaken || isTwice { diagnostics.error(id, taken(carried.name.value), at: carried.name.location) }
        }
    }

    private func checkAnswer(
        _ pages: PagesSpec,
        _ operation: Named<OperationSpec>,
        _ table: TypeTable,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let returns = operation.value.returns, table.model(returns.value) != nil else {
            return diagnostics.error(id, noModel, at: pages.items.location)
        }
        check(pages.items, in: returns.value, table, "a list", into: &diagnostics) { $0.element != nil }
        if let path = pages.hasMore {
            check(path, in: returns.value, table, "bool or bool.text", into: &diagnostics) {
                [.primitive(.bool), .primitive(.textBool)].contains($0)
            }
        }
        if let path = pages.total {
            check(path, in: returns.value, table, "int or int.text", into: &diagnostics) {
                [.primitive(.int), .primitive(.textInt)].contains($0)
            }
        }
        for carried in pages.carry {
            check(carried.value, in: returns.value, table, "string, id or int", into: &diagnostics) {
                [.primitive(.string), .primitive(.id), .primitive(.int)].contains($0)
            }
        }
    }

    private func check(
        _ path: Located<String>,
        in answer: TypeExpression,
        _ table: TypeTable,
        _ wanted: String,
        into diagnostics: inout DiagnosticCollector,
        _ fits: (TypeExpression) -> Bool
    ) {
        var type = answer
        for name in path.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
            let fields = table.model(type)?.fields ?? []
            let found = fields.first { $0.name.value == name || $0.value.keys.contains { $0.value == name } }
            guard let next = found?.value.type?.value else {
                return diagnostics.error(id, noField(name, type, fields.map(\.name.value)), at: path.location)
            }
            type = next
        }
        if !fits(type.unwrapped) { diagnostics.error(id, misfit(path.value, type, wanted), at: path.location) }
    }
}

// MARK: - Messages

extension PagesRule {
    private var noModel: String { "pages are read out of an answer that is a model; write its name under 'returns'" }

    private var unsafe: String { "reading pages changes nothing; write 'resend: safe', or leave 'pages' out" }

    private func noParameter(_ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it under 'query'"
        return "no query parameter \(SpecText.quoted(name)); \(fix)"
    }

    private func noCount(_ name: String) -> String {
        "\(SpecText.quoted(name)) is a number of pages or elements; make the parameter int"
    }

    private func taken(_ name: String) -> String {
        "\(SpecText.quoted(name)) is set by the pages already; leave it out of 'carry'"
    }

    private func noField(_ name: String, _ type: TypeExpression, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? (names.isEmpty ? "a path leads through models only" : "add it to the model's fields")
        return "\(SpecText.quoted(type.unwrapped.text)) has no field \(SpecText.quoted(name)); \(fix)"
    }

    private func misfit(_ path: String, _ type: TypeExpression, _ wanted: String) -> String {
        "\(SpecText.quoted(path)) is \(SpecText.quoted(type.unwrapped.text)), not \(wanted); name another field, or correct its type"
    }
}
