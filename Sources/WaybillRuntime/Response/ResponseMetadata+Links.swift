import HTTPTypes

extension ResponseMetadata {
    /// The URL to which the answer links with a relation such as `next`, in a header field `Link` (RFC 8288), or nil.
    ///
    /// A relative one is resolved against the URL of the request. Of several the first counts; links of something else than what was
    /// asked for (`anchor`) do not. Nothing says that it leads to the same host: do not send credentials there unseen.
    /// - Parameter relation: The relation, in any letter case.
    public func link(_ relation: String) -> String? {
        guard let name = HeaderRule.name("Link"), let field = headers[name], let base = URLReference(request.url) else {
            return nil
        }
        let links = LinkField.parse(field).filter { $0.relations.contains(relation.lowercased()) }
        for link in links where isOfThis(link.anchor, base) {
            return URLReference(link.target)?.resolved(against: base).text
        }
        return nil
    }

    private func isOfThis(_ anchor: String?, _ base: URLReference) -> Bool {
        anchor.map { URLReference($0)?.resolved(against: base) == base } ?? true
    }
}
