@_spi(Generated) import WaybillRuntime

/// How lists and objects stand in a form.
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

extension Kind where Value == Located<BodyEncoding> {
    /// How bodies are written.
    static var bodyEncoding: Kind {
        let form = FormSpec.dialect.kind.map { form in
            BodyEncoding.form(FormNotation(lists: form.lists.value, objects: form.objects.value))
        }
        return .words(["json": .json, "form": .form(FormNotation())], or: form.located())
    }
}
