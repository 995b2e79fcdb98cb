/// A statement of generated code, which is broken where it is too long for a line.
enum SwiftStatement {
    /// What is never broken.
    case line(SwiftCode)
    /// A call whose arguments can stand on lines of their own.
    case call(SwiftLayout)
    /// What opens a block, and its one statement.
    case block(SwiftCode, SwiftCode)

    func write(to writer: inout SwiftWriter) {
        switch self {
        case .line(let code): writer.line(code)
        case .call(let layout): writer.layout(layout)
        case .block(let opening, let body): writer.shortBlock(opening, body)
        }
    }
}
