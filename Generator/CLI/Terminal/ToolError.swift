/// Why the tool cannot go on: one sentence that says what to do.
struct ToolError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
