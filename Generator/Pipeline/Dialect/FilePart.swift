/// What stands in a file of its own beside the one that it belongs to, `messages.sandbox.yaml` beside `messages.yaml`: a change
/// of it does not look like a change of the API.
package enum FilePart: String, CaseIterable, Sendable {
    /// What the sandbox does: of each operation, or beside api.yaml of the whole API.
    case sandbox
    /// The calls of each operation in other languages.
    case like

    /// Which part a file holds; nil: it is whole.
    package init?(of path: String) {
        guard let part = Self.allCases.first(where: { path.hasSuffix($0.suffix) }) else { return nil }
        self = part
    }

    /// The file that holds this part of another one.
    package func path(beside owner: String) -> String { owner.replacingSuffix(Self.ending, with: suffix) }

    /// The file that a file with this part belongs to.
    func owner(of path: String) -> String { path.replacingSuffix(suffix, with: Self.ending) }

    private var suffix: String { ".\(rawValue)\(Self.ending)" }

    private static let ending = ".yaml"
}

extension String {
    fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + other : self
    }
}
