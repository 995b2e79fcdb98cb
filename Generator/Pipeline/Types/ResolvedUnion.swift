package import SpecYAML
@_spi(Generated) package import WaybillJSON
@_spi(Generated) package import WaybillRuntime
@_spi(Generated) import WaybillWebhooks

/// A value that has one of several shapes.
package struct ResolvedUnion: Sendable {
    /// How the shapes are told apart; never by trying one after the other.
    package enum Discriminator: Sendable, Hashable {
        /// By which key is present: `{"image": {…}}`.
        case key
        /// By the JSON type of the value.
        case jsonType
        /// By which member is there with something other than null: the first case whose key is, or the one without a key.
        case member
        /// By the status of the answer.
        case status
        /// By the text of this field.
        case tag(String)
        /// By the text at this path. `absent` is the word of a value that has none there; `isNormalised` lets
        /// `AIRTIME_SUCCESS` and `airtime.success` be one word.
        case field(DottedPath, absent: String?, isNormalised: Bool)
        /// By the text of this header of a delivery; otherwise as `field`.
        case header(String, absent: String?, isNormalised: Bool)
    }

    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// How the shapes are told apart.
    package let discriminator: Discriminator
    package let cases: [ResolvedCase]
    /// Words of answers that no case has, each with the reason.
    package let undeclared: [(name: String, reason: String)]
    /// The field of the one model that the one text is; nil where they have nothing in common.
    package let sharedField: String?
    /// Whether it is the event of a webhook, which is read only where the signature holds.
    package let isEvent: Bool
    /// What of it is no published fact.
    package let certainty: [Certainty]
}

/// One shape of a union.
package struct ResolvedCase: Sendable {
    package let name: String
    /// The name in Swift, where the spec gives one.
    package let swiftName: String?
    package let location: SourceLocation
    /// The key or the tag's word, in the one spelling that words are compared in.
    package let wireName: String
    /// The type, never optional.
    package let type: ResolvedType
    package let about: String?
    /// The path below which the shape stands; empty: the whole value.
    package let path: DottedPath
    /// The key by which a value without the tag is known.
    package let presentKey: String?
    /// The statuses of the answers that are of this shape.
    package let statuses: [ClosedRange<Int>]
    /// What of it is no published fact.
    package let certainty: [Certainty]
}

extension ResolvedUnion {
    /// The text and the model that share a field, and the field; nil where none do.
    package var shared: (text: ResolvedCase, whole: ResolvedCase, field: ResolvedField)? {
        guard let sharedField, let text = cases.first(where: { $0.type.jsonTypes.contains(.string) }),
            let whole = cases.first(where: { $0.type.model != nil }),
            let field = whole.type.model?.value.field(sharedField)
        else { return nil }
        return (text, whole, field)
    }

    /// The shape that a value has, as generated code decides it; nil: one that the spec does not know.
    package func shape(of value: JSONValue) -> ResolvedCase? {
        switch discriminator {
        case .key: value.objectValue.flatMap { object in cases.first { object[$0.wireName] != nil } }
        case .jsonType: cases.first { $0.type.jsonTypes.contains(value.type) }
        case .member: value.objectValue.flatMap(shape(ofMembers:))
        case .status: nil
        case .tag(let key): value[key]?.stringValue.flatMap { text in cases.first { $0.wireName == text } }
        case .field(let path, let absent, let isNormalised):
            if let text = path.value(in: value)?.stringValue {
                cases.first { $0.wireName == (isNormalised ? WebhookEventName.dotted(text) : text) }
            } else {
                cases.first { shape in shape.presentKey.map { value[$0] != nil } ?? false }
                    ?? cases.first { $0.wireName == absent }
            }
        case .header: nil
        }
    }

    private func shape(ofMembers members: JSONObject) -> ResolvedCase? {
        cases.first { shape in
            guard let key = shape.presentKey else { return true }
            return members[key].map { !$0.isNull } ?? false
        }
    }

    /// The shape that the answers with a status have; nil: one that the spec does not know.
    package func shape(ofStatus status: Int) -> ResolvedCase? {
        cases.first { $0.statuses.contains { $0.contains(status) } }
    }

    /// The shape that an event has whose type a header may name; nil: one that the spec does not know.
    package func shape(of event: JSONValue, named type: String?) -> ResolvedCase? {
        guard case .header(_, let absent, let isNormalised) = discriminator else { return shape(of: event) }
        let word = type.map { isNormalised ? WebhookEventName.dotted($0) : $0 } ?? absent
        return cases.first { $0.wireName == word }
    }

    /// The word by which a value says what it is; nil where it has none.
    package func word(of value: JSONValue) -> String? {
        switch discriminator {
        case .key, .jsonType, .member, .status, .header: nil
        case .tag(let key): value[key]?.stringValue
        case .field(let path, _, _): path.value(in: value)?.stringValue
        }
    }
}
