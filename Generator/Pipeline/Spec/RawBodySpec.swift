import SpecYAML

/// The argument that is a body as it is: text or bytes.
struct RawBodySpec: Readable, Sendable {
    var type = Located(RawAnswer.text, at: .unread)
    var about: Located<String>?
    var swiftName: Located<String>?

    static let dialect = Mapping<RawBodySpec>("rawBody", "a raw body") {
        Key(required: "type", .word(RawAnswer.self), \.type).means("Text, which is sent as UTF-8, or bytes.")
        Key("about", .text, \.about).means("What it is.")
        Key("swift", .text("name"), \.swiftName).otherwise("derived").means("The name in Swift.")
    }.short(for: "type")
}

extension RawAnswer: Unread {
    static var unread: RawAnswer { .text }
}

extension RawBodySpec {
    /// The field of which the argument is made.
    var field: FieldSpec {
        var field = FieldSpec(location: type.location)
        field.type = Located(.format(type.value == .text ? .string : .bytes), at: type.location)
        field.about = about
        field.swiftName = swiftName
        return field
    }
}
