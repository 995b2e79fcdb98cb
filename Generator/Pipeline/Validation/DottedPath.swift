/// Paths into JSON: member names with dots between them.
enum DottedPath {
    /// Whether no member's name is empty.
    static func isWellFormed(_ path: String) -> Bool {
        !path.isEmpty && !path.split(separator: ".", omittingEmptySubsequences: false).contains(where: \.isEmpty)
    }
}
