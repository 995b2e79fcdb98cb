@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// One page of a list: the part that a request asks for, and what the answer says of the rest.
struct AnswerPage {
    private let pages: ResolvedPages

    init(_ pages: ResolvedPages) {
        self.pages = pages
    }

    /// Leaves of the answer's list what stands on the page; without a size the list is one page.
    func cut(_ scope: inout TemplateScope) {
        guard let items = pages.items.path.value(in: scope.answer)?.arrayValue else { return }
        let size = max(1, min(number(pages.size, scope) ?? items.count, items.count))
        // Counted from 1, whatever the API counts from.
        let page = max(1, (number(pages.page, scope) ?? pages.first) - pages.first + 1)
        let total = (items.count + size - 1) / size
        let rest = page > total ? [] : items.dropFirst((page - 1) * size)
        pages.items.path.set(.array(Array(rest.prefix(size))), in: &scope.answer)
        if let path = pages.hasMore?.path { set(.bool(page < total), at: path, &scope) }
        if let path = pages.total?.path { set(.number(JSONNumber(total)), at: path, &scope) }
        for (parameter, from) in pages.next {
            guard let value = scope.parameters[parameter.name] else { continue }
            from.path.set(value, in: &scope.answer)
        }
    }

    private func number(_ parameter: ResolvedField?, _ scope: TemplateScope) -> Int? {
        parameter.flatMap { scope.parameters[$0.name]?.intValue }
    }

    /// A text of the example stays one: `"False"` becomes `"True"`.
    private func set(_ value: JSONValue, at path: DottedPath, _ scope: inout TemplateScope) {
        guard let old = path.value(in: scope.answer)?.stringValue else { return path.set(value, in: &scope.answer) }
        let isCapital = old.first?.isUppercase == true
        let text = value.description
        path.set(.string(isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text), in: &scope.answer)
    }
}
