import WaybillJSON

/// Where the value of a success stands in its body.
enum Envelope {
    /// The places of an operation's value, in the order in which they are tried; the empty one is the root.
    static func places(of operation: OperationSpec, in spec: Spec) -> [String] {
        if !operation.envelopes.isEmpty { return operation.envelopes.map { root($0.value) } }
        if let single = operation.envelope { return [root(single.value)] }
        if !spec.envelopes.isEmpty { return spec.envelopes.map { root($0.value) } }
        return [root(spec.envelope?.value ?? "")]
    }

    /// The value: what stands at the first of the places that is there.
    static func payload(of body: JSONValue, _ places: [String]) -> JSONValue? {
        places.lazy.compactMap { $0.isEmpty ? body : body.member(at: $0) }.first
    }

    private static func root(_ place: String) -> String {
        place == "none" ? "" : place
    }
}
