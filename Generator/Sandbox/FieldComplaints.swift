import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// What the example of a failure says of the fields of its own request, said of another request.
///
/// Such are lists, and objects of lists under the names of fields. Where their shape is clear they tell of the fields at
/// fault; else they are left out, since what they have is true of one request alone.
struct FieldComplaints {
    /// The names of the fields and parameters of requests.
    let names: Set<String>
    /// The paths of messages, codes and details.
    let known: [[String]]
    /// The paths of the members that the spec declares beside those.
    let declared: [[String]]
    /// How members with a readable text are named.
    let messages: Set<String>
    /// The place that makes a refusal of a success, which keeps what it has.
    let sign: [String]?
    /// What is wrong with the fields of the request.
    let problems: [ValueProblem]

    /// What stands at a path of an example, for this request; nil: nothing.
    func rewritten(_ value: JSONValue, at path: [String] = []) -> JSONValue? {
        let goesOn = (known + declared).contains { $0.count > path.count && $0.starts(with: path) }
        if let elements = value.arrayValue, !elements.isEmpty {
            if goesOn { return .array(kept(elements, at: path)) }
            return list(like: elements) ?? (path == sign ? value : Optional.none)
        }
        guard let object = value.objectValue else { return value }
        if !goesOn, isMap(object) { return problems.isEmpty ? Optional.none : .object(problems.byField) }
        var members = JSONObject()
        for (key, value) in object {
            let place = path + [key]
            let isNaming = declared.contains(place) && !known.contains(place) && namesField(value)
            members[key] = isNaming ? fieldAtFault : rewritten(value, at: place)
        }
        return .object(members)
    }

    /// The elements that a path of the spec leads to; what names a field in them names the first one at fault.
    private func kept(_ elements: [JSONValue], at path: [String]) -> [JSONValue] {
        let places = (known + declared).filter { $0.count > path.count && $0.starts(with: path) }
            .compactMap { DottedPath.place($0[path.count]) }
        return elements.prefix((places.max() ?? 0) + 1).enumerated().map { index, element in
            let place = path + [String(index)]
            guard var members = rewritten(element, at: place)?.objectValue else { return element }
            for (key, value) in members where namesField(value) && !known.contains(place + [key]) {
                members[key] = fieldAtFault
            }
            return .object(members)
        }
    }

    private var fieldAtFault: JSONValue? { problems.first.map { .string($0.shownPath) } }

    /// A list in the shape of these elements; nil where that is not clear, or nothing is wrong with any field.
    private func list(like elements: [JSONValue]) -> JSONValue? {
        guard !problems.isEmpty, let first = elements.first else { return nil }
        if elements.allSatisfy({ namesField($0) }) { return .array(problems.map { .string($0.shownPath) }) }
        if elements.allSatisfy({ isSentence($0) }) {
            return .array(problems.map { .string("\($0.shownPath) \($0.demand)") })
        }
        let texts = (first.objectValue ?? [:]).filter { $0.value.stringValue != nil }.map(\.key)
        guard let place = texts.first(where: { key in !messages.contains(key) && namesField(first[key]) }) else {
            return nil
        }
        let others = texts.filter { $0 != place }
        let message = others.first { messages.contains($0) } ?? others.first { isSentence(first[$0]) }
        return .array(
            problems.map { problem in
                var element: JSONObject = [place: .string(problem.shownPath)]
                if let message { element[message] = .string(problem.demand) }
                return .object(element)
            }
        )
    }

    /// Whether each member is named as a field is, and has a list of texts.
    private func isMap(_ object: JSONObject) -> Bool {
        !object.isEmpty
            && object.allSatisfy { key, value in
                namesField(.string(key)) && value.arrayValue?.allSatisfy { $0.stringValue != nil } == true
            }
    }

    private func namesField(_ value: JSONValue?) -> Bool {
        let parts = value?.stringValue?.split { ".[]".contains($0) } ?? []
        return parts.last { DottedPath.place($0) == nil }.map { names.contains(String($0)) } == true
    }

    private func isSentence(_ value: JSONValue?) -> Bool { value?.stringValue?.contains(" ") == true }
}
