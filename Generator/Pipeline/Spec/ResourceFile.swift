/// A file of a resource: the resource, and definitions beside it.
struct ResourceFile: Qualified {
    /// The resource with its operations and waiters.
    var resource = ResourceSpec()
    /// The types that stand beside it.
    var definitions = DefinitionsSpec()
    var certainty: [Certainty] {
        get { resource.certainty }
        set { resource.certainty = newValue }
    }

    static let dialect = Mapping<ResourceFile>("resource", "a resource's file") {
        Key(required: "resource", .text("name"), \.resource.name).means("The client's property.")
        Key("about", .text, \.resource.about).means("What it is for.")
        Key("operations", .named(OperationSpec.dialect), \.resource.operations).otherwise("needed")
            .means("The operations.")
        Key("waiters", .named(WaiterSpec.dialect), \.resource.waiters).means("Operations that poll another one.")
        DefinitionsSpec.typeKeys.map { $0.lifted(to: \ResourceFile.definitions) }
    }
}
