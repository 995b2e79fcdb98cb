import SpecYAML
import WaybillJSON

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Decimal
#endif

struct PagesRule: ValidationRule {
    let id = "pages"
    let summary = "The pages of an operation are counted by a query parameter, and its answer holds their elements."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for operation in context.spec.resources.flatMap(\.operations) {
            guard let pages = operation.value.pages else { continue }
            checkParameters(pages, operation.value, into: &diagnostics)
            checkAnswer(pages, operation, definitions, into: &diagnostics)
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
        for name in counts + pages.next.map(\.name) where !names.contains(name.value) {
            diagnostics.error(id, noParameter(name.value, names), at: name.location)
        }
        for name in counts {
            guard let type = parameters.first(where: { $0.name.value == name.value })?.value.type?.value,
                type.unwrapped != .format(.int)
            else { continue }
            let message = name == pages.page ? noPage(name.value, type) : noSize(name.value, type)
            diagnostics.error(id, message, at: name.location)
        }
        checkFirst(pages, operation, into: &diagnostics)
        for (index, parameter) in pages.next.enumerated() {
            let isTaken = [pages.page.value, pages.size?.value].contains(parameter.name.value)
            let isTwice = pages.next[..<index].contains { $0.name == parameter.name }
            if isTaken || isTwice { diagnostics.error(id, taken(parameter.name.value), at: parameter.name.location) }
        }
    }

    /// A parameter that can be 0 leaves open where its pages begin, and to guess wrong skips one without a word.
    private func checkFirst(
        _ pages: PagesSpec,
        _ operation: OperationSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let name = pages.page.value
        guard let parameter = operation.queryParameters.first(where: { $0.name.value == name })?.value else { return }
        let (least, most) = (parameter.constraints.min?.value, parameter.constraints.max?.value)
        if let first = pages.first {
            if !(0...1).contains(first.value) { diagnostics.error(id, noFirst, at: first.location) }
            let number = Decimal(first.value)
            guard least.map({ number < $0 }) == true || most.map({ number > $0 }) == true else { return }
            return diagnostics.error(id, unreachable(name, first.value), at: first.location)
        }
        let examples = operation.examples.compactMap { $0.value.arguments?.value[name]?.intValue }
        guard least == 0 || parameter.defaultValue?.value.intValue == 0 || examples.contains(0) else { return }
        diagnostics.error(id, unsaid(name), at: pages.page.location)
    }

    private func checkAnswer(
        _ pages: PagesSpec,
        _ operation: Named<OperationSpec>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let returns = operation.value.returns, definitions.type(returns.value).model != nil else {
            return diagnostics.error(id, noModel, at: pages.items.location)
        }
        let answer = definitions.type(returns.value)
        check(pages.items, in: answer, "a list", into: &diagnostics) { $0.element != nil }
        if let path = pages.hasMore {
            check(path, in: answer, "bool or bool.text", into: &diagnostics) {
                [.format(.bool), .format(.textBool)].contains($0)
            }
        }
        if let path = pages.total {
            check(path, in: answer, "int or int.text", into: &diagnostics) {
                [.format(.int), .format(.textInt)].contains($0)
            }
        }
        for parameter in pages.next {
            check(parameter.value, in: answer, "string, id or int", into: &diagnostics) {
                [.format(.string), .format(.id), .format(.int)].contains($0)
            }
        }
    }

    private func check(
        _ path: Located<String>,
        in answer: ResolvedType,
        _ wanted: String,
        into diagnostics: inout DiagnosticCollector,
        _ fits: (ResolvedType) -> Bool
    ) {
        switch FieldPath.resolve(path.value, from: answer) {
        case .success(let found):
            guard let type = found.fields.last?.type, !fits(type.unwrapped) else { return }
            diagnostics.error(id, misfit(path.value, type, wanted), at: path.location)
        case .failure(let fault):
            let names = fault.type.model?.fields.map(\.name) ?? []
            diagnostics.error(id, noField(fault.name, fault.type, names), at: path.location)
        }
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

    private func noPage(_ name: String, _ type: TypeExpression) -> String {
        """
        pages are counted by an int, and \(SpecText.quoted(name)) is \(SpecText.quoted(type.text)); name the parameter that \
        counts, and take a cursor over with 'next'
        """
    }

    private func noSize(_ name: String, _ type: TypeExpression) -> String {
        "\(SpecText.quoted(name)) is \(SpecText.quoted(type.text)), and a page's size is an int; name another, or leave 'size' out"
    }

    private var noFirst: String { "the first page has the number 0 or 1; write one of them" }

    private func unsaid(_ name: String) -> String {
        "\(SpecText.quoted(name)) can be 0 here, and pages are counted from 1; write 'first: 0', or 'first: 1'"
    }

    private func unreachable(_ name: String, _ first: Int) -> String {
        "\(SpecText.quoted(name)) cannot be \(first) by its own bounds; correct 'first', or the bounds"
    }

    private func taken(_ name: String) -> String {
        "\(SpecText.quoted(name)) is set by the pages already; leave it out of 'next'"
    }

    private func noField(_ name: String, _ type: ResolvedType, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? (names.isEmpty ? "a path leads through models only" : "add it to the model's fields")
        return "\(SpecText.quoted(type.unwrapped.text)) has no field \(SpecText.quoted(name)); \(fix)"
    }

    private func misfit(_ path: String, _ type: ResolvedType, _ wanted: String) -> String {
        "\(SpecText.quoted(path)) is \(SpecText.quoted(type.unwrapped.text)), not \(wanted); name another field, or correct its type"
    }
}
