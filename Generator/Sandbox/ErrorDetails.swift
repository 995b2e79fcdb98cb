import Pipeline
import WaybillJSON

/// The details of a failure, filled by the types of their fields, since the sandbox knows no field of any API by name.
struct ErrorDetails {
    let refusal: Refusal
    let moment: SandboxMoment

    /// An object of the model; fields for which there is nothing to say are left out.
    func make(_ model: ResolvedModel) -> JSONObject {
        var details = JSONObject()
        for field in model.fields { details[field.wireName] = value(of: field.type.unwrapped, key: field.wireName) }
        return details
    }

    private func value(of type: ResolvedType, key: String) -> JSONValue? {
        switch type {
        case .map(.list(.format(.string))): fieldMessages
        case .format(.timestamp): .string(SandboxMoment.timestamp(refusal.time ?? moment.milliseconds))
        case .format(.int): refusal.retryAfter.map { .number(JSONNumber(Int(inUnitOf(key, $0)))) }
        case .words(let words): words.words.first.map { words.value.json($0) }
        default: nil
        }
    }

    /// Milliseconds where the field's name says so, else whole seconds.
    private func inUnitOf(_ key: String, _ milliseconds: Int64) -> Int64 {
        key.hasSuffix("_ms") || key.hasSuffix("Ms") ? milliseconds : RateWindow.wholeSeconds(milliseconds)
    }

    private var fieldMessages: JSONValue? { refusal.fields.isEmpty ? nil : .object(refusal.fields.byField) }
}

extension ValueProblem {
    /// The place for a person, where the whole value is the body.
    var shownPath: String { path.isEmpty ? "the body" : path }
}

extension [ValueProblem] {
    /// What is wrong with each field, under its place.
    var byField: JSONObject {
        var messages = JSONObject()
        for problem in self {
            let place = problem.shownPath
            messages[place] = .array((messages[place]?.arrayValue ?? []) + [.string(problem.demand)])
        }
        return messages
    }
}
