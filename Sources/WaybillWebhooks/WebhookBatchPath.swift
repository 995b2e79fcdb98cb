@_spi(Generated) public import WaybillRuntime

/// Where the events of a body stand that has several: `[]` for an array of them, `entry[].changes[]` for lists in lists.
@_spi(Generated)
public struct WebhookBatchPath: Sendable, Hashable {
    /// An event of a body, or what stands where events should: then it has the reason why it is none.
    public struct Element: Sendable {
        /// What stands there.
        public let json: JSONValue
        /// Why there is no event.
        public let fault: UnreadMember?
    }

    /// The way to each list: its own, and then within each element of it the next.
    private let lists: [DottedPath]

    /// Takes a path as it is written; nil where it does not end in a list, or has an empty name.
    public init?(_ text: String) {
        var lists: [DottedPath] = []
        var rest = Substring(text)
        while let end = rest.firstRange(of: "[]") {
            let names = rest[..<end.lowerBound]
            // The first list may be the body itself; a further one has a name.
            guard names.isEmpty ? lists.isEmpty : Self.isWellFormed(names) else { return nil }
            lists.append(DottedPath(names))
            rest = rest[end.upperBound...]
            guard rest.isEmpty || rest.first == "." else { return nil }
            rest = rest.dropFirst()
            if rest.isEmpty, text.last == "." { return nil }
        }
        guard rest.isEmpty, !lists.isEmpty else { return nil }
        self.lists = lists
    }

    private static func isWellFormed(_ names: Substring) -> Bool {
        names.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
            && !names.contains("[") && !names.contains("]")
    }

    /// The events of a body, in its order.
    ///
    /// Where a list is missing, what should have it is there in place of its events: nothing of a body is passed over.
    public func elements(in body: JSONValue) -> [Element] { elements(in: body, lists[...], "") }

    private func elements(in value: JSONValue, _ lists: ArraySlice<DottedPath>, _ place: String) -> [Element] {
        guard let path = lists.first else { return [Element(json: value, fault: nil)] }
        let name = place.isEmpty || path.isEmpty ? place + path.text : "\(place).\(path.text)"
        guard let list = path.value(in: value)?.arrayValue else {
            return [Element(json: value, fault: UnreadMember(path: name, reason: "there is no list of events"))]
        }
        return list.enumerated().flatMap { elements(in: $1, lists.dropFirst(), "\(name)[\($0)]") }
    }
}
