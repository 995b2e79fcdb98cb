@_spi(Generated) package import WaybillJSON

/// A type of the spec, with the definitions that it names.
package indirect enum ResolvedType: Sendable, Hashable {
    /// A word of the dialect: a value with a wire format of its own.
    case format(WireFormat)
    case words(Reference<ResolvedEnum>)
    case model(Reference<ResolvedModel>)
    /// One of several shapes.
    case union(Reference<ResolvedUnion>)
    case list(ResolvedType)
    /// An object with free keys.
    case map(ResolvedType)
    /// An array whose bad elements do not spoil the good ones.
    case batch(ResolvedType)
    /// A value that may be absent or null.
    case optional(ResolvedType)

    /// The type without its question mark.
    package var unwrapped: ResolvedType {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// Whether the value may be absent or null.
    package var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// What a list or batch is made of.
    package var element: ResolvedType? {
        switch self {
        case .list(let element), .batch(let element): element
        default: nil
        }
    }

    /// The innermost type: the element of a list, the value of a map.
    package var leaf: ResolvedType {
        switch self {
        case .list(let inner), .map(let inner), .batch(let inner), .optional(let inner): inner.leaf
        case .format, .words, .model, .union: self
        }
    }

    /// The model, if it is one.
    package var model: Reference<ResolvedModel>? {
        if case .model(let model) = unwrapped { model } else { nil }
    }

    /// The union, if it is one.
    package var union: Reference<ResolvedUnion>? {
        if case .union(let union) = unwrapped { union } else { nil }
    }

    /// The set of words, if it is one.
    package var words: Reference<ResolvedEnum>? {
        if case .words(let words) = unwrapped { words } else { nil }
    }

    /// What constraints can be put on its values; nil: none.
    package var measure: WireFormat.Measure? {
        switch unwrapped {
        case .format(let format): format.measure
        case .list, .batch: .list
        default: nil
        }
    }

    /// What a list is made of that can be sent, the list in one text among them; nil: it is no list.
    package var checkedElement: ResolvedType? {
        switch unwrapped {
        case .list(let element): element
        case .format(.commaList): .format(.string)
        default: nil
        }
    }

    /// Whether a parameter of it is one text, and not as many as a list or an object has.
    package var isSingleText: Bool {
        switch unwrapped {
        case .format(let format): format != .json && format != .object
        case .words: true
        case .model, .union, .list, .map, .batch, .optional: false
        }
    }

    /// Whether it contains a batch, at any depth.
    var containsBatch: Bool {
        switch self {
        case .batch: true
        case .list(let inner), .map(let inner), .optional(let inner): inner.containsBatch
        case .format, .words, .model, .union: false
        }
    }

    /// The types of JSON value that it is written as; empty where every type is.
    package var jsonTypes: [JSONType] {
        switch self {
        case .format(let format): format.jsonTypes
        case .words(let words): words.value.isNumeric ? [.number] : [.string]
        case .model, .map: [.object]
        // The shapes of a union by JSON type are not looked at: one inside another is refused.
        case .union(let union): union.discriminator == .jsonType ? [] : [.object]
        case .list, .batch: [.array]
        case .optional(let wrapped): wrapped.jsonTypes
        }
    }

    /// The type of the answers with a status: where that tells the shapes apart, the one shape.
    package func shape(ofStatus status: Int) -> ResolvedType {
        guard let union, union.value.discriminator == .status else { return self }
        return union.value.shape(ofStatus: status)?.type ?? self
    }

    /// The members that a value adds to the object in which it is flattened.
    var flattenedKeys: [String] {
        switch unwrapped {
        case .model(let model): model.members.flatMap { $0.isFlattened ? [] : $0.names }
        case .union(let union): union.discriminator == .key ? union.cases.map(\.wireName) : []
        default: []
        }
    }

    /// The type as the spec writes it.
    package var text: String {
        switch self {
        case .format(let format): format.word
        case .words(let words): words.name
        case .model(let model): model.name
        case .union(let union): union.name
        case .list(let inner): "list<\(inner.text)>"
        case .batch(let inner): "batch<\(inner.text)>"
        case .map(let inner): "map<\(inner.text)>"
        case .optional(let inner): inner.text + "?"
        }
    }
}
