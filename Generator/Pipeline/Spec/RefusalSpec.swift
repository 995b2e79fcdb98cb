public import WaybillJSON

/// What in the body of a 2xx says that the API has refused all the same.
public struct RefusalSpec: Sendable, Qualified {
    /// The place in the body (a dotted path).
    public var at: Located<String> = .unread
    /// The values that are a refusal; empty where others say it.
    public var equals: [Located<JSONValue>] = []
    /// The values that are none, all others being one.
    public var unless: [Located<JSONValue>] = []

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<RefusalSpec>("refusal", "a refusal") {
        Key(required: "at", .text("path"), \.at).means("Where the value stands that tells.")
        Key("equals", .list(.json), \.equals).otherwise("anything that is there")
            .means("The text, number or truth value that is a refusal, or several.")
        Key("unless", .list(.json), \.unless).otherwise("anything that is there")
            .means("The same the other way round: those that are none, where every other one is.")
    }
}
