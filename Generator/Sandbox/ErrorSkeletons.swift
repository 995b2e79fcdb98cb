import Pipeline
import WaybillJSON

/// The members that every failure has beside its message, code and details, learnt from the examples of failures.
struct ErrorSkeletons: Sendable {
    private let spec: ErrorsSpec
    private let examples: [(status: Int, body: JSONValue)]

    init(_ spec: Spec) {
        self.spec = spec.errors
        let all = spec.resources.flatMap(\.operations).flatMap(\.value.examples).map(\.value)
        examples = all.compactMap { example in
            guard example.status.value >= 400, let text = example.response?.value,
                let body = try? JSONValue(parsing: text), body.objectValue != nil
            else { return nil }
            return (example.status.value, body)
        }
    }

    /// An example's body without what one failure tells and another does not; one of the same status is the best.
    func skeleton(for status: Int) -> JSONValue {
        guard let example = examples.first(where: { $0.status == status }) ?? examples.first else {
            return .object([:])
        }
        var body = example.body
        for path in (spec.message + spec.code).dropFirst() { body.set(nil, at: path.value) }
        for path in spec.details { body.set(nil, at: path.value) }
        for field in spec.fields where !isShared(field.value) || example.status != status {
            for path in field.at where !isText(field.value) { body.set(nil, at: path.value) }
        }
        for (key, value) in body.objectValue ?? [:] where value.intValue == example.status {
            body.set(.number(JSONNumber(status)), at: [key])
        }
        return body
    }

    /// Whether failures of one status have it alike: what a list tells belongs to one request.
    private func isShared(_ field: ErrorFieldSpec) -> Bool {
        switch field.type.value.unwrapped {
        case .list, .batch, .map: false
        default: true
        }
    }

    private func isText(_ field: ErrorFieldSpec) -> Bool {
        field.type.value.unwrapped == .primitive(.string)
    }
}
