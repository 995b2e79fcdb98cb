import SpecYAML

extension PagesRule {
    var noForm: String {
        "it is not said where the next page is; name a parameter under 'page', 'offset' or 'cursor', or write 'link'"
    }

    func several(_ first: String, _ second: String) -> String {
        "pages follow each other in one way; keep \(SpecText.quoted(first)) or \(SpecText.quoted(second))"
    }

    func misplaced(_ name: String, _ form: String, _ owner: String) -> String {
        "\(SpecText.quoted(name)) belongs to \(SpecText.quoted(owner)), and these pages have \(SpecText.quoted(form)); leave it out"
    }

    var noModel: String {
        "pages are read out of an answer that is a model or a list; write its name under 'returns'"
    }

    var noItems: String {
        "the answer is a model, and 'items' does not say which of its lists has the elements; add it"
    }

    var unsafe: String { "reading pages changes nothing; write 'resend: safe', or leave 'pages' out" }

    func noSource(_ keys: String, _ count: Int) -> String {
        count == 0
            ? "it is not said where the next page is found; add one of \(keys)"
            : "one place is enough; keep one of \(keys)"
    }

    func endless(_ path: String) -> String {
        "a number is always there, so that these pages do not end; make \(SpecText.quoted(path)) optional, or name 'hasMore'"
    }

    func noRelation(_ text: String) -> String {
        "\(SpecText.quoted(text)) is no relation of a link; write a word such as next, or a URL"
    }

    func noHost(_ text: String) -> String {
        "\(SpecText.quoted(text)) is no host; write a name, with a port where it has one: files.example.com"
    }

    func noParameter(_ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "add it under 'query'"
        return "no parameter \(SpecText.quoted(name)) in the query or the body; \(fix)"
    }

    func noPage(_ name: String, _ type: ResolvedType) -> String {
        """
        pages are counted by an int, and \(SpecText.quoted(name)) is \(SpecText.quoted(type.text)); name the parameter that \
        counts, or write 'cursor'
        """
    }

    func noSize(_ name: String, _ type: ResolvedType) -> String {
        "\(SpecText.quoted(name)) is \(SpecText.quoted(type.text)), and a page's size is an int; name another, or leave 'size' out"
    }

    func noMark(_ name: String, _ type: ResolvedType) -> String {
        """
        \(SpecText.quoted(name)) is \(SpecText.quoted(type.text)), and what an answer gives is a string, id or int that the first page \
        goes without; write one with '?'
        """
    }

    var noFirst: String { "the first page has the number 0 or 1; write one of them" }

    func unsaid(_ name: String) -> String {
        "\(SpecText.quoted(name)) can be 0 here, and pages are counted from 1; write 'first: 0', or 'first: 1'"
    }

    func unreachable(_ name: String, _ first: Int) -> String {
        "\(SpecText.quoted(name)) cannot be \(first) by its own bounds; correct 'first', or the bounds"
    }

    func taken(_ name: String) -> String {
        "\(SpecText.quoted(name)) is set by the pages already; leave it out of 'next'"
    }

    func noField(_ name: String, _ type: ResolvedType, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? (names.isEmpty ? "a path leads through models only" : "add it to the model's fields")
        return "\(SpecText.quoted(type.unwrapped.text)) has no field \(SpecText.quoted(name)); \(fix)"
    }

    func misfit(_ path: String, _ type: ResolvedType, _ wanted: String) -> String {
        "\(SpecText.quoted(path)) is \(SpecText.quoted(type.unwrapped.text)), not \(wanted); name another field, or correct its type"
    }
}
