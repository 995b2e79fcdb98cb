@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// The body and the parameters of an example's call, written as the client writes them: what an example shows is compared
/// with them.
struct ExampleBody {
    private let body: RequestBody
    private let parameters: [ResolvedParameter]
    /// The arguments of the call, by their names in the spec.
    private let given: JSONObject

    init(_ body: RequestBody, _ parameters: [ResolvedParameter], given: JSONObject) {
        self.body = body
        self.parameters = parameters
        self.given = given
    }

    /// The bytes; nil where a value that is all of them is missing.
    /// - Throws: What keeps the client from writing them.
    func bytes() throws(FormFault) -> [UInt8]? {
        var object = object(body.members, given, names: { [$0.name] })
        for (key, value) in body.additionalProperties.flatMap({ given[$0]?.objectValue }) ?? [:] { object[key] = value }
        return try body.bytes(of: object)
    }

    /// What a parameter of the query or a header field writes: its names and values, decoded.
    /// - Throws: What keeps the client from writing it.
    func fields(of parameter: ResolvedParameter) throws(FormFault) -> [(name: String, value: String)] {
        let field = parameter.field
        guard let value = value(given[field.name], field) else { return [] }
        return try FormWriter.fields(
            of: written(value, field.type),
            named: field.wireName,
            at: field.name,
            as: parameter.place == .header ? FormNotation(lists: .comma) : field.notation
        )
    }

    /// What keeps the client from sending the body, though each value is of its type.
    var problem: ValueProblem? {
        for name in body.fileMembers.compactMap(\.field?.name) {
            guard let type = given[name]?["type"]?.stringValue, let fault = HeaderValue.fault(in: type) else {
                continue
            }
            return ValueProblem(path: "\(name).type", reason: .constraint(fault))
        }
        do throws(FormFault) {
            _ = try bytes()
            return nil
        } catch {
            return ValueProblem(path: error.path, reason: .constraint(error.reason))
        }
    }

    /// What keeps the client from writing a parameter where it stands, though its value is of its type.
    func problem(of parameter: ResolvedParameter) -> ValueProblem? {
        let field = parameter.field
        guard let value = value(given[field.name], field).map({ written($0, field.type) }) else { return nil }
        switch parameter.place {
        case .path:
            return PathValue.fault(inSegment: value.stringValue ?? value.description)
                .map { ValueProblem(path: field.name, reason: .constraint($0)) }
        case .query: return formProblem(of: parameter) { _ in nil }
        case .header:
            if let fault = HeaderValue.faults(inElementsOf: value, at: field.name).first {
                return ValueProblem(path: fault.argument, reason: .constraint(fault.reason))
            }
            return formProblem(of: parameter, fault: HeaderValue.fault)
        case .additional:
            let known = body.members.flatMap(\.wireKeys)
            guard let key = value.objectValue?.keys.first(where: known.contains) else { return nil }
            let fault = "must not have '\(key)', for which the operation has a place"
            return ValueProblem(path: field.name, reason: .constraint(fault))
        case .body, .argument: return nil
        }
    }

    private func formProblem(of parameter: ResolvedParameter, fault: (String) -> String?) -> ValueProblem? {
        do throws(FormFault) {
            let texts = try fields(of: parameter).map(\.value)
            return texts.lazy.compactMap(fault).first
                .map { ValueProblem(path: parameter.field.name, reason: .constraint($0)) }
        } catch {
            return ValueProblem(path: error.path, reason: .constraint(error.reason))
        }
    }

    private func object(
        _ members: [ResolvedMember],
        _ given: JSONObject,
        names: (ResolvedField) -> [String]
    ) -> JSONObject {
        var object = JSONObject()
        for member in members {
            switch member {
            case .constant(let name, let value): object[name] = value
            case .argument(let name, let field):
                guard let parameter = parameters.first(where: { $0.field.name == name }) else { continue }
                object[field.wireName] = value(self.given[name], parameter.field).map { written($0, field.type) }
            case .field(let field) where field.isFlattened:
                for (key, value) in flattened(given, field.type) { object[key] = value }
            case .field(let field):
                let value = value(names(field).lazy.compactMap { given[$0] }.first, field)
                object[field.wireName] = value.map { written($0, field.type) }
            }
        }
        return object
    }

    /// The members of a flattened value, which flattens none itself: what does is refused, and would have no end here.
    private func flattened(_ given: JSONObject, _ type: ResolvedType) -> JSONObject {
        let keys = type.flattenedKeys
        let own = JSONObject(given.filter { keys.contains($0.key) })
        if own.isEmpty { return own }
        guard let model = type.model else { return written(.object(own), type.unwrapped).objectValue ?? [:] }
        return object(model.members.filter { !$0.isFlattened }, own, names: { [$0.name] + $0.keys })
    }

    /// What is written of a field: what was given, else its default, else what the client makes.
    private func value(_ given: JSONValue?, _ field: ResolvedField) -> JSONValue? {
        if let given, !given.isNull || field.isNullable || field.type.unwrapped == .format(.json) { return given }
        if let value = field.defaultValue { return value }
        guard let make = field.make else { return nil }
        var filling = RequestFilling(clock: .standing)
        return .string(filling.make(make.description))
    }

    private func written(_ value: JSONValue, _ type: ResolvedType) -> JSONValue {
        switch type {
        case .optional(let wrapped): return value.isNull ? value : written(value, wrapped)
        case .format(let format): return format.rewritten(value) ?? value
        case .words: return value
        case .list(let element), .batch(let element):
            return .array((value.arrayValue ?? []).map { written($0, element) })
        case .map(let element):
            let members = (value.objectValue ?? [:]).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            return .object(JSONObject(members.map { (key: $0.key, value: written($0.value, element)) }))
        case .model(let model): return .object(written(value.objectValue ?? [:], model.value))
        case .union(let union): return written(value, union.value)
        }
    }

    /// The members in the model's order, and behind them those that it does not name.
    private func written(_ value: JSONObject, _ model: ResolvedModel) -> JSONObject {
        var object = object(model.members, value, names: { [$0.name] + $0.keys })
        let known = Set(model.members.flatMap(\.names))
        for (key, value) in value where !known.contains(key) { object[key] = value }
        return object
    }

    private func written(_ value: JSONValue, _ union: ResolvedUnion) -> JSONValue {
        guard let shape = union.shape(of: value) else { return value }
        switch union.discriminator {
        case .key:
            return .object([shape.wireName: written(value[shape.wireName] ?? .null, shape.type)])
        case .jsonType, .member, .status, .tag, .field, .header: return written(value, shape.type)
        }
    }
}

extension RuntimeClock {
    /// The clock of generated tests, on which everything that is made is the same in every run.
    fileprivate static let standing = RuntimeClock(
        uptime: { .zero },
        now: { .seconds(1_750_000_000) },
        sleep: { _ in },
        random: { 0 }
    )
}
