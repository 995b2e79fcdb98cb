import Pipeline
import WaybillJSON

/// One page of a list: the part that a request asks for, and what the answer says of the rest.
struct AnswerPage {
    private let pages: PagesSpec

    init(_ pages: PagesSpec) {
        self.pages = pages
    }

    /// Leaves of the answer's list what stands on the page; without a size the list is one page.
    func cut(_ scope: inout TemplateScope) {
        guard let items = scope.answer.value(at: pages.items.value)?.arrayValue else { return }
        let size = max(1, min(number(pages.size?.value, scope) ?? items.count, items.count))
        let page = max(1, number(pages.page.value, scope) ?? 1)
        let total = (items.count + size - 1) / size
        let rest = page > total ? [] : items.dropFirst((page - 1) * size)
        scope.answer.set(.array(Array(rest.prefix(size))), at: pages.items.value)
        if let path = pages.hasMore?.value { set(.bool(page < total), at: path, &scope) }
        if let path = pages.total?.value { set(.number(JSONNumber(total)), at: path, &scope) }
        for carried in pages.carry {
            guard let value = scope.parameters[carried.name.value] else { continue }
            scope.answer.set(value, at: carried.value.value)
        }
    }

    private func number(_ parameter: String?, _ scope: TemplateScope) -> Int? {
        parameter.flatMap { scope.parameters[$0]?.intValue }
    }

    /// A text of the example stays one: `"False"` becomes `"True"`.
    private func set(_ value: JSONValue, at path: String, _ scope: inout TemplateScope) {
        guard let old = scope.answer.value(at: path)?.stringValue else { return scope.answer.set(value, at: path) }
        let isCapital = old.first?.isUppercase == true
        let text = value.description
        scope.answer.set(.string(isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text), at: path)
    }
}
