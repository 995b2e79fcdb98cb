import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillWebhooks

/// Which case of a union a body is, where a text of the body tells.
struct EventName {
    private let index: SpecIndex

    init(_ index: SpecIndex) {
        self.index = index
    }

    /// The word that names what a delivery tells: the case of its union, else the word that no case has; nil where the
    /// body has no word and no case is for such bodies.
    func name(of body: JSONValue, event: String) -> String? {
        guard let union = index.union(event) else { return event }
        if let shape = shape(of: body, union) { return shape.name.value }
        switch union.by.value {
        case .tag(let path), .field(let path, _, _): return body.value(at: path)?.stringValue
        case .key, .jsonType: return nil
        }
    }

    /// The shape that a body has; nil where no case is meant.
    func shape(of body: JSONValue, _ union: UnionSpec) -> Named<UnionCaseSpec>? {
        switch union.by.value {
        case .key: union.cases.first { body[$0.name.value] != nil }
        case .jsonType: nil
        case .tag(let tag): shape(named: body[tag]?.stringValue, union, isNormalised: false)
        case .field(let path, let absent, let isNormalised):
            if let word = body.value(at: path)?.stringValue {
                shape(named: word, union, isNormalised: isNormalised)
            } else {
                union.cases.first { $0.name.value == absent }
            }
        }
    }

    private func shape(named word: String?, _ union: UnionSpec, isNormalised: Bool) -> Named<UnionCaseSpec>? {
        guard let word else { return nil }
        let spelled: (String) -> String = { isNormalised ? WebhookEventName.dotted($0) : $0 }
        return union.cases.first { spelled($0.tag?.value ?? $0.name.value) == spelled(word) }
    }
}
