/// The definitions of one file, or of all of them.
struct DefinitionsSpec: Readable {
    /// What the API sends by itself.
    var webhooks: [Named<WebhookSpec>] = []
    var models: [Named<ModelSpec>] = []
    var enums: [Named<EnumSpec>] = []
    /// Values that have one of several shapes.
    var unions: [Named<UnionSpec>] = []

    static let dialect = Mapping<DefinitionsSpec>("definitions", "a file of definitions") {
        webhookKey
        typeKeys
    }

    static let webhookKey = Key<DefinitionsSpec>("webhooks", .named(WebhookSpec.dialect), \.webhooks)
        .means("What the API sends by itself.")

    /// What a resource's file can define as well.
    @KeyList<DefinitionsSpec> static var typeKeys: [Key<DefinitionsSpec>] {
        Key("models", .named(ModelSpec.dialect), \.models).means("Objects.")
        Key("enums", .named(EnumSpec.dialect), \.enums).means("Sets of words.")
        Key("unions", .named(UnionSpec.dialect), \.unions).means("Values that have one of several shapes.")
    }
}
