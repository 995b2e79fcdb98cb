import WaybillJSON
@_spi(Generated) import WaybillWebhooks

extension UnionSpec {
    /// The shape that a value has, where a text in it tells; nil: an unknown one.
    func shape(of value: JSONValue) -> Named<UnionCaseSpec>? {
        switch by.value {
        case .key, .jsonType: return nil
        case .tag(let key): return value[key]?.stringValue.flatMap(shape(tagged:))
        case .field(let path, let absent, _):
            guard let found = value.member(at: path), !found.isNull else {
                return cases.first { $0.name.value == absent }
            }
            return found.stringValue.flatMap(shape(tagged:))
        }
    }

    private func shape(tagged word: String) -> Named<UnionCaseSpec>? {
        cases.first { comparable($0.value.tag?.value ?? $0.name.value) == comparable(word) }
    }

    /// A tag's word in the one spelling of it, where the union knows several.
    func comparable(_ word: String) -> String {
        if case .field(_, _, isNormalised: true) = by.value { WebhookEventName.dotted(word) } else { word }
    }
}
