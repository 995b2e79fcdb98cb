import SpecYAML
@_spi(Generated) import WaybillRuntime

extension PagesRule {
    func checkAnswer(
        _ pages: PagesSpec,
        _ operation: Named<OperationSpec>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let returns = operation.value.returns else {
            return diagnostics.error(id, noModel, at: pages.place)
        }
        let answer = definitions.type(returns.value)
        if let items = pages.items {
            guard answer.model != nil else { return diagnostics.error(id, noModel, at: items.location) }
            check(items, in: answer, "a list", into: &diagnostics) { $0.element != nil }
        } else if answer.unwrapped.element == nil {
            return diagnostics.error(id, answer.model == nil ? noModel : noItems, at: pages.place)
        }
        if let path = pages.hasMore {
            check(path, in: answer, "bool or bool.text", into: &diagnostics) {
                [.format(.bool), .format(.textBool)].contains($0)
            }
        }
        for path in [pages.total, pages.count].compactMap(\.self) {
            check(path, in: answer, "int or int.text", into: &diagnostics) {
                [.format(.int), .format(.textInt)].contains($0)
            }
        }
        let parameters = definitions.parameters(of: operation.value)
        for parameter in pages.next {
            checkMark(parameter.value, in: answer, for: parameter.name.value, parameters, into: &diagnostics)
        }
        if let cursor = pages.cursor { check(cursor, pages, answer, parameters, into: &diagnostics) }
        if let link = pages.link { check(link, answer, into: &diagnostics) }
    }

    private func check(
        _ cursor: PageCursorSpec,
        _ pages: PagesSpec,
        _ answer: ResolvedType,
        _ parameters: [ResolvedParameter],
        into diagnostics: inout DiagnosticCollector
    ) {
        let sources = [cursor.field, cursor.header, cursor.element].compactMap(\.self)
        if sources.count != 1 {
            diagnostics.error(id, noSource("'at', 'header' or 'element'", sources.count), at: cursor.location)
        }
        let name = cursor.parameter.value
        if let field = cursor.field {
            checkMark(field, in: answer, for: name, parameters, into: &diagnostics)
            if let type = FieldPath.end(of: field.value, in: answer), type == .format(.int), pages.hasMore == nil {
                diagnostics.error(id, endless(field.value), at: field.location)
            }
        }
        let list = pages.items.map { FieldPath.end(of: $0.value, in: answer) } ?? answer
        if let path = cursor.element, let element = list?.unwrapped.element {
            checkMark(path, in: element, for: name, parameters, into: &diagnostics)
        }
    }

    private func check(_ link: PageLinkSpec, _ answer: ResolvedType, into diagnostics: inout DiagnosticCollector) {
        let sources = [link.relation, link.field].compactMap(\.self)
        if sources.count != 1 {
            diagnostics.error(id, noSource("'rel' or 'at'", sources.count), at: link.location)
        }
        if let relation = link.relation, !HeaderToken.isToken(relation.value), !relation.value.contains("://") {
            diagnostics.error(id, noRelation(relation.value), at: relation.location)
        }
        if let field = link.field {
            check(field, in: answer, "string", into: &diagnostics) { $0 == .format(.string) }
        }
        for host in link.hosts {
            let isHost =
                !host.value.contains("/") && (try? BaseURL(parsing: "https://\(host.value)", argument: "")) != nil
            if !isHost { diagnostics.error(id, noHost(host.value), at: host.location) }
        }
    }

    /// What a parameter takes over is of its own kind: a number for a number.
    private func checkMark(
        _ path: Located<String>,
        in type: ResolvedType,
        for name: String,
        _ parameters: [ResolvedParameter],
        into diagnostics: inout DiagnosticCollector
    ) {
        let own = parameters.first { $0.field.name == name && ($0.place == .query || $0.place == .body) }
        let isNumber = own?.field.type.unwrapped == .format(.int)
        check(path, in: type, isNumber ? "int" : "string, id or int", into: &diagnostics) { found in
            isNumber ? found == .format(.int) : PagesRule.isMark(found)
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

extension FieldPath {
    /// The type of what stands at the end of a path; nil where it leads nowhere.
    fileprivate static func end(of path: String, in type: ResolvedType) -> ResolvedType? {
        guard case .success(let found) = resolve(path, from: type) else { return nil }
        return found.fields.last?.type
    }
}
