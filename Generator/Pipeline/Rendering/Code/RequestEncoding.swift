/// What it takes to write a value into a request beside the value itself: the operation's arguments that it holds, itself or
/// deeper.
struct RequestEncoding: Sendable, Hashable {
    struct Argument: Sendable, Hashable {
        let name: SwiftIdentifier
        let type: ResolvedType
    }

    /// The arguments, in the order in which they are met.
    private(set) var arguments: [Argument] = []

    /// Adds arguments that are not there yet.
    mutating func formUnion(_ others: [Argument]) {
        arguments += others.filter { !arguments.contains($0) }
    }
}
