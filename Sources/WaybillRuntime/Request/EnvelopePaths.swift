/// Where an answer may have its value: dotted paths that are tried in order, `none` being the whole body.
///
/// ```swift
/// envelope: "data"
/// envelope: ["data.message", "none"]
/// ```
@_spi(Generated)
public struct EnvelopePaths: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    /// The paths as they are written.
    let candidates: [StaticString]

    /// The same paths, taken apart; the empty one is the whole body.
    let paths: [DottedPath]

    /// Makes a list of paths, to be tried in this order.
    public init(_ candidates: [StaticString]) {
        self.candidates = candidates
        paths = candidates.map { DottedPath(envelope: "\($0)") }
    }

    /// Takes the only path there is.
    public init(stringLiteral candidate: StaticString) { self.init([candidate]) }

    /// Takes several paths, to be tried in this order.
    public init(arrayLiteral candidates: StaticString...) { self.init(candidates) }
}
