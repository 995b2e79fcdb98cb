/// How the pages of a list follow each other.
@_spi(Generated)
public enum PageWalk: Sendable {
    /// They have numbers, the first one this.
    case numbers(from: Int)
    /// Each begins behind so many elements, the first one behind this many.
    case offsets(from: Int)
    /// An answer has the text under which the next one is asked for.
    case cursors
    /// An answer has the URL of the next one, which leads to the client's host, or to one of these: there without credentials.
    case links(hosts: [String] = [])

    /// Where the first page is.
    var start: PagePlace {
        switch self {
        case .numbers(let first), .offsets(let first): PagePlace(number: first)
        case .cursors, .links: PagePlace()
        }
    }

    /// The other hosts to which a list may lead.
    var hosts: [String] {
        if case .links(let hosts) = self { hosts } else { [] }
    }
}
