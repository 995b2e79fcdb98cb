import SpecYAML

/// Resolves how the answers of an operation follow each other.
struct PagesResolver {
    let answer: ResolvedType?
    let parameters: [ResolvedParameter]

    func resolve(_ pages: PagesSpec) -> ResolvedPages {
        let items = pages.items.map { path($0, from: answer) }
        guard let element = (items?.fields.last?.type ?? answer)?.unwrapped.element else {
            preconditionFailure("the items of valid pages are a list")
        }
        return ResolvedPages(
            items: items,
            element: element,
            course: course(pages, element),
            hasMore: pages.hasMore.map { path($0, from: answer) },
            emptyEnds: pages.emptyEnds?.value == true,
            total: pages.total.map { path($0, from: answer) },
            count: pages.count.map { path($0, from: answer) },
            size: pages.size.map(parameter),
            next: pages.next.map { (parameter($0.name), path($0.value, from: answer)) }
        )
    }

    private func course(_ pages: PagesSpec, _ element: ResolvedType) -> ResolvedPages.Course {
        if let page = pages.page { return .page(parameter(page), first: pages.first?.value ?? 1) }
        if let offset = pages.offset { return .offset(parameter(offset), first: pages.first?.value ?? 0) }
        if let cursor = pages.cursor { return .cursor(parameter(cursor.parameter), from: source(cursor, element)) }
        guard let link = pages.link else { preconditionFailure("valid pages follow each other in some way") }
        let hosts = link.hosts.map(\.value)
        if let relation = link.relation { return .link(.relation(relation.value), hosts: hosts) }
        guard let field = link.field else { preconditionFailure("a valid link comes from somewhere") }
        return .link(.field(path(field, from: answer)), hosts: hosts)
    }

    private func source(_ cursor: PageCursorSpec, _ element: ResolvedType) -> ResolvedPages.CursorSource {
        if let field = cursor.field { return .field(path(field, from: answer)) }
        if let header = cursor.header { return .header(header.value) }
        guard let field = cursor.element else { preconditionFailure("a valid cursor comes from somewhere") }
        return .element(path(field, from: element))
    }

    private func path(_ path: Located<String>, from type: ResolvedType?) -> FieldPath {
        guard let type, case .success(let fields) = FieldPath.resolve(path.value, from: type) else {
            preconditionFailure("the paths of valid pages lead to fields")
        }
        return fields
    }

    private func parameter(_ name: Located<String>) -> ResolvedParameter {
        let own = parameters.first { ($0.place == .query || $0.place == .body) && $0.field.name == name.value }
        guard let own else { preconditionFailure("valid pages are asked for by parameters") }
        return own
    }
}
