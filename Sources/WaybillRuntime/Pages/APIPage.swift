/// One page of a list: the answer, its elements, and where the list goes on.
///
/// The properties of the answer and of its value can be used on the page itself.
@dynamicMemberLookup
public struct APIPage<Value: Sendable, Element: Sendable>: Sendable {
    /// The page, as the API answered it.
    public let answer: APIResponse<Value>

    /// The page's elements, in its order.
    public let items: [Element]

    /// Where this page is.
    public let position: PagePosition

    /// Where the next page is; nil after the last one.
    ///
    /// Keep it once the page is done with, to go on from there later: `resuming(at:)`. It is nil, too, where the answer says that more
    /// follows and not where; the list then ends in an error.
    public let next: PagePosition?

    /// The properties of the answer, and of its value.
    public subscript<Member>(dynamicMember member: KeyPath<APIResponse<Value>, Member>) -> Member {
        answer[keyPath: member]
    }
}

extension APIPage: CustomStringConvertible, CustomReflectable {
    /// The number of elements, and the answer's status.
    public var description: String { "page of \(items.count), \(answer.http)" }

    /// The number of elements and the answer's status only: elements may be people's data.
    public var customMirror: Mirror { Mirror(self, children: ["items": items.count, "http": answer.http]) }
}
