/// A value that has one of several shapes.
struct UnionIR: Sendable {
    var name: SwiftIdentifier
    var folder: String
    var source: String
    var about: String?
    var discriminator: UnionSpec.Discriminator
    var cases: [UnionCaseIR]
    /// Whether a value can hold another of the same type without a list or map between them.
    var isIndirect = false
    var isChecked = false
    var filling: FillingIR?
    /// Whether a model spreads a value of it among its own members.
    var isSpread = false
    /// Whether it is the event of a webhook, which is read only where the signature holds.
    var isEvent = false
}

/// One shape of a union.
struct UnionCaseIR: Sendable {
    var name: SwiftIdentifier
    /// The key or the tag's word.
    var wireName: String
    var type: SwiftType
    var about: String?
    /// The keys below which the shape stands; empty: the whole value.
    var path: [String] = []
    /// The key by which a value without the tag is known.
    var key: String?
    /// Where the model has no property for the tag: the property that holds its unknown members, and the tag among them.
    var tagHolder: SwiftIdentifier?
}
