/// A function that goes through the elements of all pages of an operation.
struct PagesIR: Sendable {
    /// The operation's name with `All` after it.
    var name: SwiftIdentifier
    /// From the answer to the list.
    var items: [PropertyIR]
    /// The list's elements.
    var element: SwiftType
    /// From the answer to what says whether another page follows; empty: nothing says it.
    var hasMore: [PropertyIR]
    /// From the answer to the number of pages; empty: nothing says it.
    var total: [PropertyIR]
    /// The argument that counts the pages.
    var page: SwiftIdentifier
    /// Arguments that are taken over from the last answer.
    var carry: [Carry]

    /// An argument that is taken over from the last answer.
    struct Carry: Sendable {
        let argument: SwiftIdentifier
        let path: [PropertyIR]
    }
}
