import Pipeline

extension ResolvedOperation {
    /// The header fields of the first success among the examples, but for the one that leads to the next page: what that says
    /// depends on the page.
    var exampleHeaders: [(name: String, value: String)] {
        let shown = examples.first(where: \.isSuccess)?.responseHeaders ?? []
        let next = nextPageHeader?.lowercased()
        return shown.filter { $0.name.lowercased() != next }.map { ($0.name, $0.text) }
    }

    private var nextPageHeader: String? {
        switch pages?.course {
        case .cursor(_, .header(let name)): name
        case .link(.relation, _): "Link"
        default: nil
        }
    }
}
