@_spi(Generated) import WaybillRuntime

/// How lists and objects stand in a form or a query.
struct FormSpec: Readable {
    var lists: Located<FormNotation.Lists> = .unread
    var objects: Located<FormNotation.Objects> = .unread

    static let dialect = Mapping<FormSpec>("form", "a form's 'encoding'") {
        Key("lists", .word(FormNotation.Lists.self), \.lists, default: "repeated")
            .means("How a list stands in it: `to=a&to=b`, `to[]=a&to[]=b`, `to[0]=a&to[1]=b`, or `to=a,b`.")
        Key("objects", .word(FormNotation.Objects.self), \.objects, default: "brackets")
            .means("How the member of an object stands in it: `to[line]=a` or `to.line=a`.")
    }
}

extension FormNotation.Lists: Unread {
    static var unread: FormNotation.Lists { .repeated }
}

extension FormNotation.Objects: Unread {
    static var unread: FormNotation.Objects { .brackets }
}

extension Kind where Value == Located<FormNotation> {
    /// How lists and objects stand in a form or a query.
    static var formNotation: Kind {
        FormSpec.dialect.kind.map { FormNotation(lists: $0.lists.value, objects: $0.objects.value) }.located()
    }
}

extension Kind where Value == Located<BodyEncoding> {
    /// How bodies are written.
    static var bodyEncoding: Kind {
        let form = Kind<Located<FormNotation>>.formNotation.map { $0.map { BodyEncoding.form($0) } }
        return .words(["json": .json, "form": .form(FormNotation()), "multipart": .multipart], or: form)
    }
}
