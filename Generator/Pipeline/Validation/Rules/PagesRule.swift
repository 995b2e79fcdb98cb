import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Decimal
#else
import struct Foundation.Decimal
#endif

struct PagesRule: ValidationRule {
    let id = "pages"
    let summary = "Pages follow each other in one way, by parameters of the operation and what its answer says."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for operation in context.spec.resources.flatMap(\.operations) {
            guard let pages = operation.value.pages else { continue }
            checkForm(pages, into: &diagnostics)
            checkParameters(pages, operation.value, definitions, into: &diagnostics)
            checkAnswer(pages, operation, definitions, into: &diagnostics)
            if operation.value.resend?.value == .never {
                diagnostics.error(id, unsafe, at: pages.place)
            }
        }
    }

    /// Whether it is said in one way where the next page is, and nothing stands beside it that has no meaning there.
    private func checkForm(_ pages: PagesSpec, into diagnostics: inout DiagnosticCollector) {
        let forms = [
            ("page", pages.page?.location), ("offset", pages.offset?.location), ("cursor", pages.cursor?.location),
            ("link", pages.link?.location),
        ].filter { $0.1 != nil }
        if forms.isEmpty { diagnostics.error(id, noForm, at: pages.location) }
        for (name, location) in forms.dropFirst() {
            diagnostics.error(id, several(forms[0].0, name), at: location ?? pages.location)
        }
        guard forms.count == 1, let form = forms.first?.0 else { return }
        let others: [(String, SourceLocation?, String)] = [
            ("first", form == "page" || form == "offset" ? nil : pages.first?.location, "page"),
            ("total", form == "page" ? nil : pages.total?.location, "page"),
            ("count", form == "offset" ? nil : pages.count?.location, "offset"),
            (
                "emptyEnds", form == "page" || form == "offset" ? pages.emptyEnds?.location : nil, "cursor' or 'link"
            ),
            ("next", form == "link" ? pages.next.first?.name.location : nil, "cursor"),
        ]
        for (name, location, owner) in others {
            if let location { diagnostics.error(id, misplaced(name, form, owner), at: location) }
        }
    }

    // MARK: - Parameters

    private func checkParameters(
        _ pages: PagesSpec,
        _ operation: OperationSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        let parameters = definitions.parameters(of: operation).filter { $0.place == .query || $0.place == .body }
        let names = parameters.map(\.field.name)
        let counts = [pages.page, pages.offset, pages.size].compactMap(\.self)
        let marks = [pages.cursor?.parameter].compactMap(\.self) + pages.next.map(\.name)
        for name in counts + marks where !names.contains(name.value) {
            diagnostics.error(id, noParameter(name.value, names), at: name.location)
        }
        for name in counts {
            guard let type = parameters.first(where: { $0.field.name == name.value })?.field.type,
                type.unwrapped != .format(.int)
            else { continue }
            let isSize = name.location == pages.size?.location
            diagnostics.error(id, isSize ? noSize(name.value, type) : noPage(name.value, type), at: name.location)
        }
        for name in marks {
            guard let type = parameters.first(where: { $0.field.name == name.value })?.field.type else { continue }
            if !Self.isMark(type) || !type.isOptional {
                diagnostics.error(id, noMark(name.value, type), at: name.location)
            }
        }
        checkFirst(pages, operation, into: &diagnostics)
        var taken = (counts + [pages.cursor?.parameter].compactMap(\.self)).map(\.value)
        for name in pages.next.map(\.name) {
            if taken.contains(name.value) { diagnostics.error(id, self.taken(name.value), at: name.location) }
            taken.append(name.value)
        }
    }

    /// A parameter that can be 0 leaves open where its pages begin, and to guess wrong skips one without a word.
    private func checkFirst(
        _ pages: PagesSpec,
        _ operation: OperationSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let name = pages.page ?? pages.offset,
            let parameter = (operation.queryParameters + operation.body).first(where: { $0.name.value == name.value })?
                .value
        else { return }
        let (least, most) = (parameter.constraints.min?.value, parameter.constraints.max?.value)
        if let first = pages.first {
            if !(0...1).contains(first.value) { diagnostics.error(id, noFirst, at: first.location) }
            let number = Decimal(first.value)
            guard least.map({ number < $0 }) == true || most.map({ number > $0 }) == true else { return }
            return diagnostics.error(id, unreachable(name.value, first.value), at: first.location)
        }
        guard pages.page != nil else {
            // Elements are counted from 0 unless the parameter cannot be.
            if let least, least > 0 { diagnostics.error(id, unreachable(name.value, 0), at: name.location) }
            return
        }
        let examples = operation.examples.compactMap { $0.value.arguments?.value[name.value]?.intValue }
        guard least == 0 || parameter.defaultValue?.value.intValue == 0 || examples.contains(0) else { return }
        diagnostics.error(id, unsaid(name.value), at: name.location)
    }

    /// Whether a value can be kept as a text and sent again.
    static func isMark(_ type: ResolvedType) -> Bool {
        [.format(.string), .format(.id), .format(.int)].contains(type.unwrapped)
    }
}

extension PagesSpec {
    /// What an error about the whole of it points at.
    var place: SourceLocation { items?.location ?? location }
}
