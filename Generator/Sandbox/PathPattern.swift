import Pipeline

/// The path of an operation, resolved against its client's address.
struct PathPattern: Sendable, Hashable {
    /// One part between two slashes.
    enum Segment: Sendable, Hashable {
        case literal(String)
        case parameter(String)
    }

    let segments: [Segment]

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
        self.segments = segments.map { part in
            part.hasPrefix("{") && part.hasSuffix("}")
                ? .parameter(String(part.dropFirst().dropLast())) : .literal(part)
        }
    }

    /// The parameters' values, decoded; nil where the path is another one.
    func match(_ path: String) -> [String: String]? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        // The root has one empty part, and no segment.
        guard parts.count == max(segments.count, 1), !segments.isEmpty || parts.first == "" else { return nil }
        var parameters: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            guard let text = PercentDecoding.decode(part) else { return nil }
            switch segment {
            case .literal(let literal): if literal != text { return nil }
            case .parameter(let name):
                guard !text.isEmpty else { return nil }
                parameters[name] = text
            }
        }
        return parameters
    }

    /// How many segments are no parameters: of two patterns that fit, the one with more is meant.
    var literalCount: Int {
        segments.count { if case .literal = $0 { true } else { false } }
    }

    private static func parts(of path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}

extension PathPattern: CustomStringConvertible {
    /// The path as the help page shows it.
    var description: String {
        "/"
            + segments.map { segment in
                switch segment {
                case .literal(let text): text
                case .parameter(let name): "{\(name)}"
                }
            }.joined(separator: "/")
    }
}
