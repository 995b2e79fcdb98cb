@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// The members that every failure has beside its message, code and details, learnt from the examples of failures.
struct ErrorSkeletons: Sendable {
    private let errors: ResolvedErrors
    private let examples: [(status: Int, body: JSONValue)]

    init(_ api: ResolvedAPI) {
        errors = api.errors
        examples = api.operations.flatMap(\.examples).compactMap { example in
            guard example.status >= 400, let body = try? JSONValue(parsing: example.response ?? ""),
                body.objectValue != nil
            else { return nil }
            return (example.status, body)
        }
    }

    /// An example's body without what one failure tells and another does not; one of the same status is the best.
    func skeleton(for status: Int) -> JSONValue {
        guard let example = examples.first(where: { $0.status == status }) ?? examples.first else {
            return .object([:])
        }
        var body = example.body
        for path in (errors.message + errors.code).dropFirst() { path.set(nil, in: &body) }
        for path in errors.details { path.set(nil, in: &body) }
        for field in errors.fields where !isShared(field) || example.status != status {
            for path in field.paths where !isText(field) { path.set(nil, in: &body) }
        }
        for (key, value) in body.objectValue ?? [:] where value.intValue == example.status {
            DottedPath(keys: [key]).set(.number(JSONNumber(status)), in: &body)
        }
        return body
    }

    /// Whether failures of one status have it alike: what a list tells belongs to one request.
    private func isShared(_ field: ResolvedErrorField) -> Bool {
        switch field.type.unwrapped {
        case .list, .batch, .map: false
        default: true
        }
    }

    private func isText(_ field: ResolvedErrorField) -> Bool {
        field.type.unwrapped == .format(.string)
    }
}
