/// Parameters as signatures have them: encoded in one way, and sorted by their bytes.
struct SignedQuery {
    typealias Parameter = (name: String, value: String)

    /// The parameters, decoded.
    private(set) var parameters: [Parameter] = []

    /// Adds parameters that are decoded already.
    mutating func add(_ parameters: [Parameter]) { self.parameters += parameters }

    /// Adds the parameters of a text; a form's plus sign is a blank.
    mutating func add(_ text: String, isForm: Bool = false) {
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? parts[1] : ""
            parameters.append(
                (
                    PercentEncoding.decode(parts[0], plusIsBlank: isForm),
                    PercentEncoding.decode(value, plusIsBlank: isForm)
                )
            )
        }
    }

    /// Each name and value percent-encoded, then sorted by name and value.
    var sorted: String { Self.text(encoded.sorted { Self.isBefore($0, $1) }) }

    /// Sorted by name and value, and not encoded.
    var plain: String { Self.text(parameters.map { ($0.name, $0.value) }.sorted { Self.isBefore($0, $1) }) }

    /// Encoded, in the order of the request.
    var sent: String { Self.text(encoded) }

    private var encoded: [(String, String)] {
        parameters.map { (PercentEncoding.encode($0.name), PercentEncoding.encode($0.value)) }
    }

    private static func text(_ pairs: [(String, String)]) -> String {
        pairs.map { "\($0)=\($1)" }.joined(separator: "&")
    }

    private static func isBefore(_ left: (String, String), _ right: (String, String)) -> Bool {
        if left.0 != right.0 { return left.0.utf8.lexicographicallyPrecedes(right.0.utf8) }
        return left.1.utf8.lexicographicallyPrecedes(right.1.utf8)
    }
}
