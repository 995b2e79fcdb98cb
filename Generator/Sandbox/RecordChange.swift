@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// An operation that changes a record which it has loaded: PUT and PATCH keep what they answer, DELETE forgets it.
struct RecordChange {
    private enum Kind: String {
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    private let kind: Kind

    /// Nil where the operation loads nothing, or only reads.
    init?(_ operation: ResolvedOperation) {
        guard operation.sandbox?.load != nil, let kind = Kind(rawValue: operation.method) else { return nil }
        self.kind = kind
    }

    /// Sets a member of the answer; a field that the request leaves out changes nothing.
    func set(_ value: JSONValue, at path: DottedPath, _ scope: inout TemplateScope) {
        if let place = value.stringValue.flatMap({ TextTemplate($0).onlyPlaceholder }), place.hasPrefix("body."),
            DottedPath(String(place.dropFirst(5))).value(in: scope.body) == nil
        {
            return
        }
        let new = scope.render(value)
        path.set(kind == .patch ? merged(path.value(in: scope.answer), new) : new, in: &scope.answer)
    }

    /// A change by PATCH names only the members that it changes.
    private func merged(_ old: JSONValue?, _ new: JSONValue) -> JSONValue {
        guard var members = old?.objectValue, let changes = new.objectValue else { return new }
        for (key, value) in changes { members[key] = value }
        return .object(members)
    }

    /// Makes the record what was answered.
    func keep(_ answer: JSONValue, in collection: String, _ key: String, _ state: inout SandboxState) {
        if kind == .delete {
            state.collections[collection]?.remove(key)
        } else if var record = state.collections[collection]?[key] {
            record.value = answer.objectValue ?? record.value
            state.collections[collection]?.set(key, record)
        }
    }
}
