import SpecYAML

struct SwiftNamesRule: LocalRule {
    let id = "swift-name"
    let summary = "No two names of the spec become one name of Swift, and none becomes a name that is taken."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let api = context.spec.api
        let module = SwiftNaming.type(api.value).text
        if KnownNames.modules.contains(module) || ReservedWords.keywords.contains(module) {
            diagnostics.error(id, takenModule(module), at: api.location)
        }
        for scope in SwiftNameScope.all(of: context.spec) { check(scope, into: &diagnostics) }
        for name in overrides(of: context) {
            if name.value == "self" {
                diagnostics.error(id, isTheValue, at: name.location)
            } else if !isMemberName(name.value) {
                diagnostics.error(id, noIdentifier(name.value), at: name.location)
            }
        }
    }

    private func check(_ scope: SwiftNameScope, into diagnostics: inout DiagnosticCollector) {
        var first: [String: SwiftNameScope.Entry] = [:]
        for entry in scope.entries {
            let name = scope.key(entry)
            let written = entry.written
            if SwiftNaming.words(of: written.value).isEmpty {
                diagnostics.error(id, noWords(entry), at: written.location)
            } else if scope.reserved.contains(name) {
                diagnostics.error(id, taken(entry, scope.title), at: written.location)
            } else if let other = first[name] {
                diagnostics.error(
                    id,
                    collides(entry, other),
                    at: written.location,
                    notes: [Diagnostic.Note(message: "the other one", location: other.written.location)]
                )
            }
            first[name] = first[name] ?? entry
        }
    }

    private func overrides(of context: ValidationContext) -> [Located<String>] {
        let spec = context.spec
        var names = context.fields.compactMap(\.field.value.swiftName)
        names += spec.errors.codes.compactMap(\.value.swiftName) + spec.errors.cases.compactMap(\.value.swiftName)
        names += spec.errors.fields.compactMap(\.value.swiftName)
        names += spec.resources.flatMap(\.operations).flatMap { $0.value.answerHeaders.compactMap(\.value.swiftName) }
        names += spec.enums.flatMap { $0.value.values.compactMap(\.value.swiftName) }
        names += spec.unions.flatMap { $0.value.cases.compactMap(\.value.swiftName) }
        return names
    }

    private func isMemberName(_ name: String) -> Bool {
        SwiftIdentifier(name) != nil && name.unicodeScalars.count <= 64
            && name.unicodeScalars.first.map { "a"..."z" ~= $0 || $0 == "_" } == true
    }
}

// MARK: - Messages

extension SwiftNamesRule {
    private func noWords(_ entry: SwiftNameScope.Entry) -> String {
        let fix = entry.canDiffer ? "give it one with 'swift:'" : "rename it"
        return "nothing in \(SpecText.quoted(entry.written.value)) makes a name of Swift; \(fix)"
    }

    private func takenModule(_ name: String) -> String {
        "'\(name)' is a module that clients are built with; give the API another name"
    }

    private func taken(_ entry: SwiftNameScope.Entry, _ title: String) -> String {
        let way = entry.canDiffer ? "give it another name with 'swift:'" : "rename it"
        return "'\(entry.identifier.text)' is taken already in \(SpecText.quoted(title)); \(way)"
    }

    private func collides(_ entry: SwiftNameScope.Entry, _ other: SwiftNameScope.Entry) -> String {
        let names = names(entry, other)
        let way = entry.canDiffer || other.canDiffer ? "give one of them a 'swift:'" : "rename one of them"
        let name = entry.identifier.text
        if name != other.identifier.text { return "\(names) differ in letter case alone, as do their files; \(way)" }
        return "\(names) both become '\(name)' in Swift; \(way)"
    }

    /// Both names; those of one spelling are told apart by what they name.
    private func names(_ entry: SwiftNameScope.Entry, _ other: SwiftNameScope.Entry) -> String {
        if entry.written.value != other.written.value {
            return "\(SpecText.quoted(entry.written.value)) and \(SpecText.quoted(other.written.value))"
        }
        let (mine, its) = (SpecText.quoted(entry.name), SpecText.quoted(other.name))
        return entry.kind == other.kind
            ? "\(its) and \(mine)" : "the \(other.kind) \(its) and the \(entry.kind) \(mine)"
    }

    private var isTheValue: String {
        "'self' names no member, since even in backticks it is the value itself in Swift; write another name, such as itself"
    }

    private func noIdentifier(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no name of a Swift member; write a small letter, then letters and digits, such as sentAt"
    }
}
