@_spi(Generated) import WaybillRuntime

/// Writes how a page's elements, and what it says of the next one, are found in its answer.
struct PageReadingRenderer {
    let pages: ResolvedPages
    let operation: ResolvedOperation

    /// The call of `PageReading` on an `answer`.
    var layout: SwiftLayout {
        var arguments: [SwiftLayout] = [.code("items: \(items)")]
        if let path = pages.hasMore { arguments.append(.code("hasMore: answer.value\(chain(path))")) }
        if let path = pages.total ?? pages.count { arguments.append(.code("total: answer.value\(chain(path))")) }
        if let next { arguments.append(.code("next: \(next)")) }
        if !pages.next.isEmpty {
            let carried = pages.next.map { parameter, path -> (SwiftCode, SwiftLayout) in
                (.literal(parameter.field.wireName), .code(mark("answer.value\(chain(path))", path)))
            }
            arguments.append(.labelled(SwiftIdentifier(made: "carried"), .pairs(carried)))
        }
        if pages.emptyEnds { arguments.append(.code("emptyEnds: true")) }
        if isCounted {
            arguments.append(
                .labelled(SwiftIdentifier(made: "countedAt"), .array(places.map { .code(.literal($0)) }))
            )
        }
        return .call("PageReading", arguments)
    }

    /// Whether the list ends with a page without elements, which has to be told from one whose elements cannot be read.
    private var isCounted: Bool {
        switch pages.course {
        case .page, .offset, .cursor(_, .element): true
        case .cursor, .link: pages.emptyEnds
        }
    }

    private var items: SwiftCode {
        guard let path = pages.items else { return "answer.value" }
        var code: SwiftCode = "answer.value\(chain(path))"
        if case .batch? = path.fields.last?.type.unwrapped {
            let mark: SwiftCode = path.fields.last?.type.isOptional == true ? "?" : ""
            code = "\(code)\(mark).elements"
        }
        return isOptional ? "\(code) ?? []" : code
    }

    private var isOptional: Bool { pages.items?.fields.contains(where: \.type.isOptional) ?? false }

    /// Where the next page is, where the answer says it.
    private var next: SwiftCode? {
        switch pages.course {
        case .page, .offset: return nil
        case .cursor(_, .field(let path)): return mark("answer.value\(chain(path))", path)
        case .cursor(_, .header(let name)): return ".text(answer.http.header(\(literal: name)))"
        case .cursor(_, .element(let path)):
            let list: SwiftCode = isOptional ? "(\(items))" : items
            let last: SwiftCode = pages.element.isOptional ? "last??" : "last?"
            return mark("\(list).\(last)\(chain(path))", path)
        case .link(.relation(let relation), _): return ".text(answer.http.link(\(literal: relation)))"
        case .link(.field(let path), _): return ".text(answer.value\(chain(path)))"
        }
    }

    private func mark(_ value: SwiftCode, _ path: FieldPath) -> SwiftCode {
        path.fields.last?.type.unwrapped == .format(.int) ? ".number(\(value))" : ".text(\(value))"
    }

    /// Where in the body the list can stand, in the order in which it is looked for there.
    private var places: [String] {
        operation.envelope.paths.flatMap { envelope in
            let names = (pages.items?.fields ?? []).reduce([[String]()]) { paths, field in
                paths.flatMap { path in field.keys.map { path + [$0] } }
            }
            return names.map { DottedPath(keys: envelope.keys + $0).text }
        }
    }

    /// One property after the other, each with its dot before it.
    private func chain(_ path: FieldPath) -> SwiftCode {
        var code: SwiftCode = ""
        for (place, field) in path.fields.enumerated() {
            let mark: SwiftCode = field.type.isOptional && place < path.fields.count - 1 ? "?" : ""
            let change: SwiftCode = field.isNullable ? ".value" : ""
            code = "\(code).\(member: field.identifier)\(change)\(mark)"
        }
        return code
    }
}
