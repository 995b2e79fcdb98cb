import SpecYAML

/// A file in a body that is multipart.
struct FormFileSpec: Readable, Sendable {
    var location: SourceLocation = .unread
    var about: Located<String>?
    var swiftName: Located<String>?
    var isOptional = false

    static let dialect = Mapping<FormFileSpec>("file", "a file", at: \.location) {
        Key("about", .text, \.about).means("What it is.")
        Key("swift", .text("name"), \.swiftName).otherwise("derived").means("The name in Swift.")
        Key("optional", .bool, flag: \.isOptional).means("Whether it may be left out.")
    }

    /// The field of which the argument is made.
    var field: FieldSpec {
        var field = FieldSpec(location: location)
        field.type = Located(isOptional ? .optional(.format(.file)) : .format(.file), at: location)
        field.about = about
        field.swiftName = swiftName
        return field
    }
}
