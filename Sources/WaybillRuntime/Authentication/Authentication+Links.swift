extension Authentication {
    /// A URL that a server gave, without what authentication adds to each query.
    ///
    /// Some servers repeat the whole query of a request in the URL of the next page, the key in it too, which belongs neither to a
    /// position that is kept nor to another host. What goes to this one gets the parameters anew.
    func withoutOwnParameters(_ url: String) -> String {
        guard !query.isEmpty, let mark = url.firstIndex(of: "?") else { return url }
        let names = Set(query.map(\.name))
        let parameters = url[url.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let others = parameters.filter { parameter in
            !names.contains(PercentEncoding.decode(parameter.prefix { $0 != "=" }, plusIsBlank: true))
        }
        if others.count == parameters.count { return url }
        return url[..<mark] + (others.isEmpty ? "" : "?" + others.joined(separator: "&"))
    }
}
