import SpecYAML

struct AnswerHeadersRule: ValidationRule {
    let id = "answer-header"
    let summary = "Headers of answers are named once, may be missing, and have values that stand in a header."
    /// What transports read themselves, and do not hand on as it came.
    private static let framing: Set<String> = [
        "connection", "content-encoding", "content-length", "keep-alive", "te", "trailer", "transfer-encoding",
        "upgrade",
    ]

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for operation in context.spec.resources.flatMap(\.operations).map(\.value) {
            checkNames(operation.answerHeaders.map(\.name), into: &diagnostics)
            for header in operation.answerHeaders {
                checkType(header.value.type, context.definitions, into: &diagnostics)
            }
            let headers = operation.answerHeaders
                .filter { !context.definitions.isUndefined($0.value.type.value) }
                .map { context.definitions.answerHeader($0) }
            let known = operation.answerHeaders.map(\.name.value)
            for example in operation.examples.map(\.value) {
                check(example.responseHeaders, headers, known, into: &diagnostics)
            }
        }
    }

    private func checkNames(_ names: [Located<String>], into diagnostics: inout DiagnosticCollector) {
        for (index, name) in names.enumerated() {
            let key = name.value.lowercased()
            if !HeaderToken.isToken(name.value) {
                diagnostics.error(id, noToken(name.value), at: name.location)
            } else if Self.framing.contains(key) {
                diagnostics.error(id, framing(name.value), at: name.location)
            } else {
                checkOnce(name, among: names[..<index], into: &diagnostics)
            }
        }
    }

    private func checkOnce(
        _ name: Located<String>,
        among others: ArraySlice<Located<String>>,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let first = others.first(where: { $0.value.lowercased() == name.value.lowercased() }) else { return }
        let note = Diagnostic.Note(message: "the first one", location: first.location)
        diagnostics.error(id, twice(name.value), at: name.location, notes: [note])
    }

    private func checkType(
        _ type: Located<TypeExpression>,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        if definitions.isUndefined(type.value) { return }
        if !definitions.type(type.value).unwrapped.fitsHeader {
            diagnostics.error(id, misfit(type.value), at: type.location)
        } else if !type.value.isOptional {
            diagnostics.error(id, required, at: type.location)
        }
    }

    /// What an example shows is what the client reads.
    private func check(
        _ shown: [Named<Located<String>>],
        _ headers: [ResolvedAnswerHeader],
        _ known: [String],
        into diagnostics: inout DiagnosticCollector
    ) {
        for (index, field) in shown.enumerated() {
            let text = field.value
            checkOnce(field.name, among: shown[..<index].map(\.name)[...], into: &diagnostics)
            if !known.contains(where: { $0.lowercased() == field.name.value.lowercased() }) {
                diagnostics.error(id, unknown(field.name.value, known), at: field.name.location)
            } else if !HeaderToken.isText(text.value) {
                diagnostics.error(id, noText, at: text.location)
            } else if let header = headers.first(where: { $0.name.lowercased() == field.name.value.lowercased() }),
                header.type.fitsHeader, header.value(of: text.value) == nil
            {
                diagnostics.error(id, unreadable(text.value, header.type), at: text.location)
            }
        }
    }
}

// MARK: - Messages

extension AnswerHeadersRule {
    private func noToken(_ name: String) -> String {
        "\(SpecText.quoted(name)) cannot name a header; write letters, digits and hyphens, such as X-Total-Count"
    }

    private func framing(_ name: String) -> String {
        "\(SpecText.quoted(name)) says how the answer travels, and is read before the client sees it; leave it out"
    }

    private func twice(_ name: String) -> String {
        "\(SpecText.quoted(name)) stands here twice (letter case does not matter); leave one out"
    }

    private var required: String { "an answer may come without this; end its type with '?'" }

    private func misfit(_ type: TypeExpression) -> String {
        "\(SpecText.quoted(type.text)) does not stand in a header; use a single value, or a list of such without commas"
    }

    private func unknown(_ name: String, _ known: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: known).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it there, or leave it out"
        return "the operation's 'answerHeaders' have no \(SpecText.quoted(name)); \(fix)"
    }

    private var noText: String {
        "the value of a header is printable ASCII without blanks at its ends; correct it"
    }

    private func unreadable(_ text: String, _ type: ResolvedType) -> String {
        "the client cannot read \(SpecText.quoted(text)) as \(SpecText.quoted(type.text)); correct one of the two"
    }
}
