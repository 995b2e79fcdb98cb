/// Which page of a list is asked for.
@_spi(Generated)
public struct PageTurn: Sendable {
    let place: PagePlace
    let hosts: [String]

    /// The number of the page, or of the elements before it.
    public var number: Int { place.number ?? 0 }

    /// The cursor; nil on the first page.
    public var cursor: String? { place.mark }

    /// The cursor, where it is a number.
    public var cursorNumber: Int? { place.mark.flatMap { Int($0) } }

    /// What the answer before gave for a parameter.
    public func carried(_ name: String) -> String? { place.carried[name] }

    /// What the answer before gave for a parameter, where it is a number.
    public func carriedNumber(_ name: String) -> Int? { place.carried[name].flatMap { Int($0) } }
}

@_spi(Generated)
extension APIRequest {
    /// The request for a page to which an answer has linked; the first page's is the request itself.
    public func following(_ turn: PageTurn) -> APIRequest {
        guard let url = turn.place.mark else { return self }
        var copy = self
        copy.draft.link = (url, turn.hosts)
        return copy
    }
}
