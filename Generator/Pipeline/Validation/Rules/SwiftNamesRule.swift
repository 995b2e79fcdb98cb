import SpecYAML

struct SwiftNamesRule: LocalRule {
    let id = "swift-name"
    let summary = "No two names of the spec become one name of Swift, and none becomes a name that is taken."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        for scope in SwiftNameScope.all(of: context.spec) { check(scope, into: &diagnostics) }
        for name in overrides(of: context) where !isMemberName(name.value) {
            diagnostics.error(id, noIdentifier(name.value), at: name.location)
        }
    }

    private func check(_ scope: SwiftNameScope, into diagnostics: inout DiagnosticCollector) {
        var first: [String: SwiftNameScope.Entry] = [:]
        for entry in scope.entries {
            let name = entry.identifier.text
            let written = entry.written
            if SwiftNaming.words(of: written.value).isEmpty {
                diagnostics.error(id, noWords(entry), at: written.location)
            } else if scope.reserved.contains(name) {
                diagnostics.error(id, taken(name, scope.title, entry), at: written.location)
            } else if let owner = scope.owners[name] {
                diagnostics.error(
                    id,
                    owned(name, owner.value),
                    at: written.location,
                    notes: [Diagnostic.Note(message: "the resource", location: owner.location)]
                )
            } else if let other = first[name] {
                diagnostics.error(
                    id,
                    collides(entry, other, name),
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
        let fix = entry.takesOverride ? "give it one with 'swift:'" : "rename it"
        return "nothing in \(SpecText.quoted(entry.written.value)) makes a name of Swift; \(fix)"
    }

    private func taken(_ name: String, _ title: String, _ entry: SwiftNameScope.Entry) -> String {
        let fix = entry.takesOverride ? "give it another name with 'swift:'" : "rename it"
        return "'\(name)' is taken already in \(SpecText.quoted(title)); \(fix)"
    }

    private func owned(_ name: String, _ resource: String) -> String {
        "'\(name)' is the type of the resource \(SpecText.quoted(resource)) already; rename one of the two"
    }

    private func collides(
        _ entry: SwiftNameScope.Entry,
        _ other: SwiftNameScope.Entry,
        _ swiftName: String
    ) -> String {
        let fix = entry.takesOverride || other.takesOverride ? "give one of them a 'swift:'" : "rename one of them"
        let (one, two) = (SpecText.quoted(entry.written.value), SpecText.quoted(other.written.value))
        return "\(one) and \(two) both become '\(swiftName)' in Swift; \(fix)"
    }

    private func noIdentifier(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no name of a Swift member; write a small letter, then letters and digits, such as sentAt"
    }
}
