/// An operation that polls another one.
public struct WaiterSpec: Sendable, Qualified {
    /// What it waits for.
    public var about: Located<String>?
    /// What else a reader must know.
    public var notes: Located<String>?
    /// The operation that is polled, of the same resource.
    public var poll: Located<String> = .unread
    /// The predicate of its answer that ends the wait.
    public var until: Located<String> = .unread
    /// The field of its answer that the error shows as the last status.
    public var statusField: Located<String>?
    /// The time between two polls in milliseconds.
    public var every: Located<Int> = .unread
    /// The time after which it gives up, in milliseconds.
    public var timeout: Located<Int> = .unread

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<WaiterSpec>("waiter", "a waiter") {
        Key("about", .text, \.about).means("What it waits for.")
        Key("notes", .lines, \.notes).means("What else a caller must know.")
        Key(required: "poll", .text("operation"), \.poll)
            .means("The operation of the same resource that is polled; it is `safe` and returns a model.")
        Key(required: "until", .text("predicate"), \.until).means("The predicate of that model that ends the wait.")
        Key("statusField", .text("field"), \.statusField).formerly("shows")
            .means("The field that the error names when the wait ends too early.")
        Key(required: "every", .duration, \.every).means("The pause between two polls.")
        Key(required: "timeout", .duration, \.timeout).means("When it gives up.")
    }
}
