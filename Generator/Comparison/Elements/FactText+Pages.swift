import Pipeline
@_spi(Generated) import WaybillRuntime

extension FactText {
    static func pages(_ pages: ResolvedPages?) -> [SpecFact] {
        guard let pages else { return [SpecFact("pages", nil, .pages)] }
        return [
            SpecFact("pages", pages.items?.path.text ?? "the answer", .pages),
            SpecFact("pages.page", page(pages.course), .pages),
            SpecFact("pages.offset", offset(pages.course), .pages),
            SpecFact("pages.cursor", cursor(pages.course), .pages),
            SpecFact("pages.link", link(pages.course), .pages),
            SpecFact("pages.first", first(pages.course), .pages),
            SpecFact("pages.size", pages.size?.field.wireName, .pages),
            SpecFact("pages.hasMore", pages.hasMore?.path.text, .pages),
            SpecFact("pages.emptyEnds", pages.emptyEnds ? "true" : nil, .pages),
            SpecFact("pages.total", pages.total?.path.text, .pages),
            SpecFact("pages.count", pages.count?.path.text, .pages),
            SpecFact(
                "pages.next",
                list(pages.next.map { "\($0.parameter.field.wireName): \($0.from.path.text)" }),
                .pages
            ),
        ]
    }

    private static func page(_ course: ResolvedPages.Course) -> String? {
        if case .page(let parameter, _) = course { parameter.field.wireName } else { nil }
    }

    private static func offset(_ course: ResolvedPages.Course) -> String? {
        if case .offset(let parameter, _) = course { parameter.field.wireName } else { nil }
    }

    private static func cursor(_ course: ResolvedPages.Course) -> String? {
        guard case .cursor(let parameter, let source) = course else { return nil }
        let place =
            switch source {
            case .field(let path): "at \(path.path.text)"
            case .header(let name): "header \(name)"
            case .element(let path): "element \(path.path.text)"
            }
        return "\(parameter.field.wireName), \(place)"
    }

    private static func link(_ course: ResolvedPages.Course) -> String? {
        guard case .link(let source, let hosts) = course else { return nil }
        let place =
            switch source {
            case .relation(let relation): "rel \(relation)"
            case .field(let path): "at \(path.path.text)"
            }
        return ([place] + hosts).joined(separator: ", ")
    }

    /// The number of the first page, where it is not the usual one.
    private static func first(_ course: ResolvedPages.Course) -> String? {
        switch course {
        case .page(_, let first): first == 1 ? nil : "\(first)"
        case .offset(_, let first): first == 0 ? nil : "\(first)"
        case .cursor, .link: nil
        }
    }
}
