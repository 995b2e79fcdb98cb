@_spi(Generated) import WaybillJSON

/// An argument that has to be one of the values that a client was made with; checked at send.
struct ArgumentRestriction: Sendable {
    let argument: String
    let value: String
    /// The client's option that lists the allowed values.
    let option: String

    /// A longer value is no typing mistake, and is not shown whole.
    private static let longest = 64

    /// What is wrong with the value, or nil: which one it is, which are allowed, and which one was probably meant.
    ///
    /// It is shown, unlike other arguments, since a list of allowed values is of a program's own words.
    func fault(_ allowed: [String]) -> String? {
        if allowed.contains(value) { return nil }
        let shown = Self.quoted(String(value.prefix(Self.longest)))
        guard !allowed.isEmpty else { return "must not be \(shown): the client's \(option) allow none" }
        let suggestion = nearest(allowed).map { "; did you mean \(Self.quoted($0))?" } ?? ""
        return "must not be \(shown), but one of: " + allowed.joined(separator: ", ") + suggestion
    }

    /// The allowed value with the fewest letters to take out or to put in; nil where that is more than a third of them.
    private func nearest(_ allowed: [String]) -> String? {
        guard value.count <= Self.longest else { return nil }
        let distances = allowed.filter { $0.count <= Self.longest }.map { ($0, value.difference(from: $0).count) }
        guard let nearest = distances.min(by: { $0.1 < $1.1 }), nearest.1 * 3 <= value.count else { return nil }
        return nearest.0
    }

    private static func quoted(_ text: String) -> String { JSONValue.string(text).description }
}
