/// An open set of words.
struct EnumIR: Sendable {
    var name: SwiftIdentifier
    var folder: String
    var source: String
    var about: String?
    var words: [WordIR]
    var order: [SwiftIdentifier]
    var final: [WordIR]
}

/// One word of an open set.
struct WordIR: Sendable {
    var name: SwiftIdentifier
    var wireName: String
    var about: String?
    /// The status that an error code comes with.
    var status: Int?
}
