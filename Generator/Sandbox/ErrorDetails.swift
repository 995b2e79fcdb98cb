import Pipeline
import WaybillJSON

/// The details of a failure, filled by the types of their fields, since the sandbox knows no field of any API by name.
struct ErrorDetails {
    let index: SpecIndex
    let refusal: Refusal
    let moment: SandboxMoment

    /// An object of the model; fields for which there is nothing to say are left out.
    func make(_ model: ModelSpec) -> JSONObject {
        var details = JSONObject()
        for field in model.fields {
            guard let type = field.type?.value, let key = field.wireNames.first else { continue }
            details[key] = value(of: type.unwrapped, key: key)
        }
        return details
    }

    private func value(of type: TypeExpression, key: String) -> JSONValue? {
        switch type {
        case .map(.list(.primitive(.string))): fieldMessages
        case .primitive(.timestamp): .string(SandboxMoment.timestamp(refusal.time ?? moment.milliseconds))
        case .primitive(.int): refusal.retryAfter.map { .number(JSONNumber(Int(inUnitOf(key, $0)))) }
        case .named(let name): index.enum(name)?.values.first.map { .string($0.name.value) }
        default: nil
        }
    }

    /// Milliseconds where the field's name says so, else whole seconds.
    private func inUnitOf(_ key: String, _ milliseconds: Int64) -> Int64 {
        key.hasSuffix("_ms") || key.hasSuffix("Ms") ? milliseconds : RateWindow.wholeSeconds(milliseconds)
    }

    /// The refused fields as a list of models, whose first text says where and whose second says what; nil where the type
    /// is another one, or nothing is wrong with any field.
    func list(_ type: TypeExpression) -> JSONValue? {
        guard !refusal.fields.isEmpty, case .list(.named(let name)) = type.unwrapped, let model = index.model(name)
        else { return nil }
        let texts = model.fields.filter { $0.type?.value.unwrapped == .primitive(.string) }.compactMap(
            \.wireNames.first
        )
        guard texts.count >= 2 else { return nil }
        return .array(
            refusal.fields.map { .object([texts[0]: .string($0.path), texts[1]: .string($0.text)]) }
        )
    }

    private var fieldMessages: JSONValue? {
        guard !refusal.fields.isEmpty else { return nil }
        var messages = JSONObject()
        for field in refusal.fields {
            messages[field.path] = .array((messages[field.path]?.arrayValue ?? []) + [.string(field.text)])
        }
        return .object(messages)
    }
}
