public import SpecYAML

/// Where the URL of the next page comes from, and to which hosts it may lead.
public struct PageLinkSpec: Sendable, Readable {
    /// The place of the mapping, for diagnostics.
    public var location: SourceLocation = .unread
    /// The relation of the header field `Link`.
    public var relation: Located<String>?
    /// The dotted path of the answer that has the URL.
    public var field: Located<String>?
    /// Hosts beside the client's own.
    public var hosts: [Located<String>] = []

    static let dialect = Mapping<PageLinkSpec>("pageLink", "'link'", at: \.location) {
        Key("rel", .text("relation"), \.relation).otherwise("this or `at`")
            .means("The relation of the header `Link` (RFC 8288) that leads to the next page: `next`.")
        Key("at", .text("path"), \.field).otherwise("this or `rel`")
            .means("The `string` of the answer that is the URL or path of the next page.")
        Key("hosts", .list(.text("host")), \.hosts)
            .means("Hosts beside the client's own to which it may lead, by https; they get no credentials.")
    }
}
