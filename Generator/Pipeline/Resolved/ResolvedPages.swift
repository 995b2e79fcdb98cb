/// How the answers of an operation follow each other as pages.
package struct ResolvedPages: Sendable {
    /// Where the next page is.
    package enum Course: Sendable {
        /// A parameter counts the pages, from a number on.
        case page(ResolvedParameter, first: Int)
        /// A parameter counts the elements before the page, from a number on.
        case offset(ResolvedParameter, first: Int)
        /// A parameter takes what the answer before gave.
        case cursor(ResolvedParameter, from: CursorSource)
        /// The answer before gave its URL, which leads to the client's host or to one of these.
        case link(LinkSource, hosts: [String])
    }

    /// Where a cursor comes from.
    package enum CursorSource: Sendable {
        /// Out of the answer.
        case field(FieldPath)
        case header(String)
        /// Out of the page's last element.
        case element(FieldPath)
    }

    /// Where a URL comes from.
    package enum LinkSource: Sendable {
        /// The header `Link`, by its relation.
        case relation(String)
        /// Out of the answer.
        case field(FieldPath)
    }

    /// From the answer to the list of elements; nil where the answer is that list.
    package let items: FieldPath?
    /// What the list is made of.
    package let element: ResolvedType
    package let course: Course
    /// From the answer to what says whether there is another page.
    package let hasMore: FieldPath?
    /// Whether a page without elements is the last one, though its answer names another one.
    package let emptyEnds: Bool
    /// From the answer to the number of pages.
    package let total: FieldPath?
    /// From the answer to the number of elements on all pages.
    package let count: FieldPath?
    /// The parameter that says how many elements a page has.
    package let size: ResolvedParameter?
    /// Parameters that are taken over from the last answer, each with its place there.
    package let next: [(parameter: ResolvedParameter, from: FieldPath)]

    /// The parameter that says which page is asked for; nil where a URL does.
    package var parameter: ResolvedParameter? {
        switch course {
        case .page(let parameter, _), .offset(let parameter, _), .cursor(let parameter, _): parameter
        case .link: nil
        }
    }
}
