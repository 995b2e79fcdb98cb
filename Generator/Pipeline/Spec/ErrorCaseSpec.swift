/// One case of the error enum.
public struct ErrorCaseSpec: Sendable, Qualified {
    /// The codes that lead here; empty where a status does.
    public var codes: [Located<String>] = []
    /// The statuses that lead here; empty where a code does.
    public var statuses: [Located<ClosedRange<Int>>] = []
    /// The model of the details.
    public var details: Located<String>?
    /// What it means, for the documentation.
    public var about: Located<String>?
    /// The name in Swift, where it is not the key.
    public var swiftName: Located<String>?

    /// What of it is no published fact, its small parts included.
    public var certainty: [Certainty] = []

    static let dialect = Mapping<ErrorCaseSpec>("errorCase", "an error case") {
        Key("code", .list(.text("code")), \.codes).otherwise("this or `status`").means("The codes that lead here.")
        Key("status", .list(.statuses), \.statuses).otherwise("this or `code`").means("The statuses that lead here.")
        Key("details", .text("model"), \.details).means("The model of the details.")
        Key("about", .text, \.about).means("What it means.")
        Key("swift", .text("name"), \.swiftName).formerly("name").otherwise("the key")
            .means("The name in Swift, where the key is taken (`timeout` is the runtime's).")
    }
}
