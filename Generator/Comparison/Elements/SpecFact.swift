import Pipeline

/// One thing that a spec says of an element, under a key of the dialect.
///
/// Facts are of what is meant: a default that the spec leaves out is here as it is where the spec writes it.
package struct SpecFact: Sendable {
    /// The dialect's key: `resend`.
    package let key: String
    /// The value as a spec would write it; nil where there is none.
    package let text: String?
    /// What a change of it means.
    let topic: Topic
    /// The type, where the value is one.
    let type: ResolvedType?
    /// Which ways the value goes, where that is not what its element says.
    var directions: Set<Direction>?

    init(_ key: String, _ text: String?, _ topic: Topic, directions: Set<Direction>? = nil) {
        self.key = key
        self.text = text
        self.topic = topic
        self.directions = directions
        type = nil
    }

    init(_ key: String, _ type: ResolvedType?, directions: Set<Direction>? = nil) {
        self.key = key
        text = type?.text
        topic = .type
        self.type = type
        self.directions = directions
    }
}
