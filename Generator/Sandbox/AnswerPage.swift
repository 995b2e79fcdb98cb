@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// One page of a list: the part that a request asks for, and what the answer says of the rest.
struct AnswerPage {
    /// The query parameter of the sandbox's own links.
    private static let linkParameter = "sandbox_after"
    private let pages: ResolvedPages

    init(_ pages: ResolvedPages) {
        self.pages = pages
    }

    /// Leaves of the answer's list what stands on the page.
    ///
    /// Without a size a list whose pages are numbered is one page, and any other is two, so that there is a next one.
    func cut(_ scope: inout TemplateScope) {
        let path = pages.items?.path ?? DottedPath("")
        guard let items = path.value(in: scope.answer)?.arrayValue else { return }
        let size = max(1, min(number(pages.size, scope) ?? usualSize(items.count), items.count))
        let start = min(max(0, start(of: items, size, scope)), items.count)
        let page = items.dropFirst(start).prefix(size)
        path.set(.array(Array(page)), in: &scope.answer)
        let end = start + page.count
        if let path = pages.hasMore?.path { set(.bool(end < items.count), at: path, &scope) }
        if let path = pages.total?.path { set(.number(JSONNumber((items.count + size - 1) / size)), at: path, &scope) }
        if let path = pages.count?.path { set(.number(JSONNumber(items.count)), at: path, &scope) }
        tell(end < items.count || pages.emptyEnds ? end : nil, &scope)
        for (parameter, from) in pages.next {
            guard let value = value(of: parameter, scope) else { continue }
            from.path.set(value, in: &scope.answer)
        }
    }

    private func usualSize(_ count: Int) -> Int {
        if case .page = pages.course { count } else { (count + 1) / 2 }
    }

    /// How many elements stand before the page.
    private func start(of items: [JSONValue], _ size: Int, _ scope: TemplateScope) -> Int {
        switch pages.course {
        case .page(let parameter, let first):
            // Of a number that high there is no page.
            let (start, overflow) = ((number(parameter, scope) ?? first) - first).multipliedReportingOverflow(by: size)
            return overflow ? items.count : start
        case .offset(let parameter, let first): return (number(parameter, scope) ?? first) - first
        case .cursor(let parameter, .element(let path)):
            guard let cursor = value(of: parameter, scope) else { return 0 }
            let last = items.firstIndex { Self.text(path.path.value(in: $0)) == Self.text(cursor) }
            return last.map { $0 + 1 } ?? 0
        case .cursor(let parameter, _): return value(of: parameter, scope).flatMap { Self.place($0) } ?? 0
        case .link:
            let query = ParameterCheck.query(scope.query)
            return query.last { $0.name == Self.linkParameter }.flatMap { Int($0.value) } ?? 0
        }
    }

    /// Says where the next page begins, where the answer does; nil after the last one.
    private func tell(_ next: Int?, _ scope: inout TemplateScope) {
        switch pages.course {
        case .page, .offset, .cursor(_, .element): break
        case .cursor(let parameter, let source):
            let isNumber = parameter.field.type.unwrapped == .format(.int)
            let cursor: JSONValue? = next.map { isNumber ? .number(JSONNumber($0)) : .string("after-\($0)") }
            if case .field(let path) = source { put(cursor, at: path, &scope) }
            if case .header(let name) = source, let cursor { scope.headers.append((name, Self.text(cursor) ?? "")) }
        case .link(let source, _):
            let reference: String? = next.map { self.reference(to: $0, scope) }
            if case .field(let path) = source { put(reference.map { JSONValue.string($0) }, at: path, &scope) }
            if case .relation(let relation) = source, let reference {
                scope.headers.append(("Link", "<\(reference)>; rel=\"\(relation)\""))
            }
        }
    }

    /// The reference to a page: the same path with the same query, but for the page.
    private func reference(to place: Int, _ scope: TemplateScope) -> String {
        let query = scope.query.split(separator: "&").filter { !$0.hasPrefix(Self.linkParameter + "=") }
        return "?" + (query + ["\(Self.linkParameter)=\(place)"]).joined(separator: "&")
    }

    private func value(of parameter: ResolvedParameter, _ scope: TemplateScope) -> JSONValue? {
        switch parameter.place {
        case .body: scope.body[parameter.field.wireName]
        default: scope.parameters[parameter.field.name]
        }
    }

    private func number(_ parameter: ResolvedParameter?, _ scope: TemplateScope) -> Int? {
        parameter.flatMap { value(of: $0, scope)?.intValue }
    }

    private static func place(_ cursor: JSONValue) -> Int? {
        cursor.intValue ?? cursor.stringValue.flatMap { $0.hasPrefix("after-") ? Int($0.dropFirst(6)) : nil }
    }

    private static func text(_ value: JSONValue?) -> String? {
        value.flatMap { $0.stringValue ?? $0.intValue.map { String($0) } }
    }

    /// Where there is none, null; and an empty text where null cannot stand.
    private func put(_ value: JSONValue?, at path: FieldPath, _ scope: inout TemplateScope) {
        let none: JSONValue = path.fields.last?.type.isOptional == true ? .null : ""
        path.path.set(value ?? none, in: &scope.answer)
    }

    /// A text of the example stays one: `"False"` becomes `"True"`.
    private func set(_ value: JSONValue, at path: DottedPath, _ scope: inout TemplateScope) {
        guard let old = path.value(in: scope.answer)?.stringValue else { return path.set(value, in: &scope.answer) }
        let isCapital = old.first?.isUppercase == true
        let text = value.description
        path.set(.string(isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text), in: &scope.answer)
    }
}
