extension SpecMaker {
    /// Gives the answers of an operation headers, and its example their values.
    mutating func addAnswerHeaders(to operation: inout SpecNode, _ example: inout SpecNode) {
        var headers: SpecNode = [:]
        var values: SpecNode = [:]
        for _ in 0...chance.upTo(2) {
            let (header, type) = (name(.wire), parameter())
            headers[header] = ["type": .text(type.required + "?")]
            if let text = type.json.headerText { values[header] = .text(text) }
        }
        operation["answerHeaders"] = headers
        if !chance.once(in: 4) { example["responseHeaders"] = values }
    }
}

extension SpecNode {
    /// The value as it stands in a header; nil for what does not.
    fileprivate var headerText: String? {
        switch self {
        case .text(let text), .plain(let text): text
        case .list(let elements): elements.compactMap(\.headerText).joined(separator: ", ")
        case .map, .json: nil
        }
    }
}
