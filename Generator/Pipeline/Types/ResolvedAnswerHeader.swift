package import SpecYAML
@_spi(Generated) package import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// A header field of an operation's answers.
package struct ResolvedAnswerHeader: Sendable {
    /// The name on the wire, in any letter case.
    package let name: String
    /// The name in Swift, where the spec gives one.
    package let swiftName: String?
    package let location: SourceLocation
    /// Its type, without the question mark that it always has.
    package let type: ResolvedType
    package let about: String?
    /// What of it is no published fact.
    package let certainty: [Certainty]

    /// The value that a client reads from the field's text; nil where it cannot.
    package func value(of text: String) -> JSONValue? {
        var value = ParameterReader.value(of: text, type)
        if case .list(let element) = type {
            value = .array(CommaList.elements(of: text).map { ParameterReader.value(of: $0, element) })
        }
        var checker = ValueChecker(.answer)
        checker.check(value, type, at: "")
        // A literal nil would be a null of JSON.
        guard checker.problems.isEmpty else { return .none }
        return value
    }

    /// The text of this field among those of an answer.
    package func text(among fields: [(name: String, text: String)]) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.text
    }
}

extension Definitions {
    /// A header field of answers, with the type that it names.
    func answerHeader(_ header: Named<AnswerHeaderSpec>) -> ResolvedAnswerHeader {
        ResolvedAnswerHeader(
            name: header.name.value,
            swiftName: header.value.swiftName?.value,
            location: header.name.location,
            type: type(header.value.type.value).unwrapped,
            about: header.value.about?.value,
            certainty: header.value.certainty
        )
    }
}
