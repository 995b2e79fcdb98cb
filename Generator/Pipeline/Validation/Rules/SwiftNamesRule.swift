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
        var first: [String: Located<String>] = [:]
        for entry in scope.entries {
            let name = entry.identifier.text
            let written = entry.written
            if SwiftNaming.words(of: written.value).isEmpty {
                diagnostics.error(id, noWords(written.value), at: written.location)
            } else if scope.reserved.contains(name) {
                diagnostics.error(id, taken(name, scope.title), at: written.location)
            } else if let other = first[name] {
                diagnostics.error(
                    id,
                    collides(written.value, other.value, name),
                    at: written.location,
                    notes: [Diagnostic.Note(message: "the other one", location: other.location)]
                )
            }
            first[name] = first[name] ?? written
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
    private func noWords(_ name: String) -> String {
        "nothing in \(SpecText.quoted(name)) makes a name of Swift; give it one with 'swift:'"
    }

    private func taken(_ name: String, _ title: String) -> String {
        "'\(name)' is taken already in \(SpecText.quoted(title)); give it another name with 'swift:', or rename it"
    }

    private func collides(_ name: String, _ other: String, _ swiftName: String) -> String {
        "\(SpecText.quoted(name)) and \(SpecText.quoted(other)) both become '\(swiftName)' in Swift; give one of them a 'swift:'"
    }

    private func noIdentifier(_ name: String) -> String {
        "\(SpecText.quoted(name)) is no name of a Swift member; write a small letter, then letters and digits, such as sentAt"
    }
}
