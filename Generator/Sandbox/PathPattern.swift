@_spi(Generated) import Pipeline
@_spi(Generated) import WaybillRuntime

/// The path of an operation, resolved against its client's address.
struct PathPattern: Sendable, Hashable {
    /// Its segments; a path that ends in a slash has an empty one last.
    let segments: [PathSegment]

    /// Resolves a path of the spec: `/x/{y}` and `.` and `./{y}` below the base, `../x` beside its last segment.
    init(_ path: String, base: String) {
        var segments = Self.parts(of: base)
        for part in Self.parts(of: path) where part != "." {
            if part == ".." {
                _ = segments.popLast()
            } else {
                segments.append(part)
            }
        }
        if path.hasSuffix("/"), !segments.isEmpty { segments.append("") }
        self.segments = segments.map { PathSegment($0) }
    }

    /// The parameters' values, decoded; nil where the path is another one.
    func match(_ path: String) -> [String: String]? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        // The root has one empty part, and no segment.
        guard parts.count == max(segments.count, 1), !segments.isEmpty || parts.first == "" else { return nil }
        var parameters: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            guard let found = segment.match(part) else { return nil }
            parameters.merge(found) { $1 }
        }
        return parameters
    }

    /// How many segments are words, and how long the words beside parameters are: of two patterns that fit, the one with more
    /// is meant.
    var exactness: [Int] {
        [
            segments.count(where: \.isLiteral),
            segments.reduce(0) { $0 + ($1.isLiteral ? 0 : $1.template.literal.utf8.count) },
        ]
    }

    private static func parts(of path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}

extension PathPattern: CustomStringConvertible {
    /// The path as the help page shows it.
    var description: String {
        "/" + segments.map(\.template.description).joined(separator: "/")
    }
}
