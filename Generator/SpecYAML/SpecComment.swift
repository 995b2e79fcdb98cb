/// A comment of a spec, from its `#` to the end of its line.
struct SpecComment: Equatable {
    let line: Int
    let column: Int
    let text: String
    /// Whether nothing but white space stands before it.
    let isAlone: Bool
}
