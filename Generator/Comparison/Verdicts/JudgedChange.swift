package import SpecYAML

/// A difference between two versions of a spec, and what it means.
package struct JudgedChange: Sendable {
    /// The element with what it stands in: `operation messages.send, body field phone`.
    package let place: String
    /// What has happened to it: `added`, `removed`, `renamed`, or the key that says something else.
    package let summary: String
    package let finding: Finding
    /// The value as it was; nil: there was none.
    package let oldText: String?
    /// The value as it is; nil: there is none.
    package let newText: String?
    /// Where the old version says it; nil: nowhere.
    package let oldLocation: SourceLocation?
    /// Where the new version says it; nil: nowhere.
    package let newLocation: SourceLocation?
    package let wire: WireVerdict
    /// Whether the program behaves in another way.
    package let isBehaviour: Bool
    /// What happens to declarations because of it.
    package let symbols: [SymbolChange]
    /// The dialect's key, where it says something else.
    let key: String?

    /// What happens to programs because of it.
    package var swift: SwiftVerdict { symbols.map(\.verdict).max() ?? .none }

    /// Why it is judged so.
    package var reason: String { finding.reason }

    /// What it is called where somebody accepts it: the same in every run, and another one where it goes to another value.
    package var id: String {
        guard let value = newText ?? (key == nil ? nil : "nothing") else { return subject }
        return "\(subject) -> \(value.split(whereSeparator: \.isNewline).joined(separator: " "))"
    }

    /// The id without the value that the change goes to.
    package var subject: String { "\(finding.rawValue): \(place)\(key.map { ", \($0)" } ?? "")" }

    /// Whether it means nothing to any program.
    package var isQuiet: Bool { wire == .none && !isBehaviour && swift == .none }

    /// Whether a deployed client or a program's source breaks.
    package var breaks: Bool { wire == .breaks || swift == .breaks }
}
