@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// The members that every failure has beside its message, code and details, learnt from the examples of failures.
struct ErrorSkeletons: Sendable {
    private let errors: ResolvedErrors
    /// The names of the fields and parameters of requests.
    private let names: Set<String>
    private let examples: [(status: Int, body: JSONValue)]

    init(_ api: ResolvedAPI) {
        errors = api.errors
        names = Set(
            api.operations.flatMap { operation in
                operation.parameters.flatMap(\.field.wireKeys) + operation.body.members.flatMap(\.wireKeys)
            }
        )
        examples = api.operations.flatMap(\.examples).compactMap { example in
            guard example.status >= 400 || (example.status < 300 && !example.isSuccess),
                let body = try? JSONValue(parsing: example.response ?? ""),
                body.objectValue != nil
            else { return nil }
            return (example.status, body)
        }
    }

    /// Where the readable text goes: not where a code stands, unless the spec has no other place.
    var messagePlace: DottedPath {
        errors.message.first { !errors.code.contains($0) } ?? errors.message.first ?? DottedPath("message")
    }

    /// An example's body without what one failure tells and another does not; one of the same status is the best.
    func skeleton(for status: Int, _ refusal: Refusal) -> JSONValue {
        guard let example = examples.first(where: { $0.status == status }) ?? examples.first else {
            return .object([:])
        }
        let complaints = FieldComplaints(
            names: names,
            known: (errors.message + errors.code + errors.details).map(\.keys),
            declared: errors.fields.flatMap(\.paths).map(\.keys),
            messages: Set(errors.message.compactMap(\.keys.last)),
            sign: status < 300 ? errors.refusal?.place.keys : nil,
            problems: refusal.fields
        )
        var body = complaints.rewritten(example.body) ?? .object([:])
        for path in errors.message + errors.code where path != messagePlace { path.set(nil, in: &body) }
        for path in errors.details where !path.isEmpty { path.set(nil, in: &body) }
        for field in errors.fields where !isShared(field) || example.status != status {
            for path in field.paths where !isText(field) { path.set(nil, in: &body) }
        }
        // It names one occurrence of the problem.
        if errors.areProblems { DottedPath("instance").set(nil, in: &body) }
        for (key, value) in body.objectValue ?? [:] where value.intValue == example.status {
            DottedPath(keys: [key]).set(.number(JSONNumber(status)), in: &body)
        }
        return body
    }

    /// A code as the examples write it: a number where they have numbers, and without examples where all codes are numbers.
    func value(ofCode code: String) -> JSONValue {
        let shown = examples.compactMap { example in errors.code.lazy.compactMap { $0.value(in: example.body) }.first }
        let isNumber =
            shown.isEmpty
            ? errors.codes.words.allSatisfy { Int($0.name) != nil } : shown.contains { $0.numberValue != nil }
        return isNumber ? JSONNumber(text: code).map { .number($0) } ?? .string(code) : .string(code)
    }

    /// The refused fields as a list of models, of which one text says where and another one what; nil where the type is
    /// another one, or nothing is wrong with any field.
    func list(_ field: ResolvedErrorField, _ refusal: Refusal) -> JSONValue? {
        guard !refusal.fields.isEmpty, case .list(.model(let model)) = field.type.unwrapped else { return nil }
        let texts = model.fields.filter { $0.type.unwrapped == .format(.string) }.map(\.wireName)
        guard texts.count >= 2 else { return nil }
        let messages = Set(errors.message.compactMap(\.keys.last))
        let elements = examples.flatMap { example in
            field.paths.lazy.compactMap { $0.value(in: example.body)?.arrayValue }.first ?? []
        }
        // A text named as messages are is one; else the examples show where names of fields stand, else the first text does.
        let places = texts.filter { !messages.contains($0) }
        let place = (places.isEmpty ? texts : places).max { namings(elements, $0) < namings(elements, $1) } ?? texts[0]
        let message = texts.first { $0 != place && messages.contains($0) } ?? texts.first { $0 != place } ?? texts[1]
        return .array(refusal.fields.map { .object([place: .string($0.shownPath), message: .string($0.demand)]) })
    }

    /// How many elements name a field of some request there.
    private func namings(_ elements: [JSONValue], _ key: String) -> Int {
        elements.count { element in
            element[key]?.stringValue?.split(separator: ".").last.map { names.contains(String($0)) } == true
        }
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
