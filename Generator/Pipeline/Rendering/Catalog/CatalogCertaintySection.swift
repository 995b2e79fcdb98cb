/// The part of the page that tells what is no published fact.
struct CatalogCertaintySection {
    let api: ResolvedAPI

    var lines: [String] {
        guard !api.allCertainty.isEmpty else { return [] }
        let introduction = "The service has not published everything. Each place is one of the spec."
        return ["## What is not certain", "", introduction, ""]
            + list(.assumed, "### Assumed", "Not published, and taken to be so:")
            + list(.decided, "### Decided", "Told in several ways, of which one was chosen:")
    }

    private func list(_ kind: Certainty.Kind, _ title: String, _ introduction: String) -> [String] {
        let remarks = api.allCertainty.filter { $0.kind == kind }
        guard !remarks.isEmpty else { return [] }
        let items = remarks.map { remark in
            "- \(Markdown.code(remark.construct)): \(Sentence.ended(Markdown.line(remark.text)))"
        }
        return [title, "", introduction, ""] + items + [""]
    }
}
