import Pipeline
import WaybillJSON

/// Makes the answer to a request that is allowed and valid, and stores what is to be stored.
///
/// The order is: the operation's first example of a success, the request's fields of the same names, the elements of
/// `each`, the stored record (`load`), `set`. A null in `set` only blanks the example: it does not take back what the
/// record knows. A change (``RecordChange``) lays the request over the record, and not below it.
struct AnswerComposer {
    let index: SpecIndex
    let operation: OperationSpec
    private let example: JSONValue?
    private let envelope: String

    init(_ index: SpecIndex, _ operation: OperationSpec) {
        self.index = index
        self.operation = operation
        let examples = operation.examples.filter { (200...299).contains($0.value.status.value) }
        example = examples.first?.response.flatMap { try? JSONValue(parsing: $0.value) }
        envelope = AnswerEnvelope(index.spec, operation).path(in: example)
    }

    /// The status of a success.
    var status: Int {
        let examples = operation.examples.map(\.value.status.value).filter { (200...299).contains($0) }
        return operation.success?.value ?? examples.first ?? (operation.returns == nil ? 204 : 200)
    }

    /// The document of the answer; nil where there is no body.
    func compose(_ scope: inout TemplateScope, _ state: inout SandboxState) throws(Refusal) -> JSONValue? {
        guard operation.returns != nil || example != nil || operation.sandbox != nil else { return nil }
        let change = RecordChange(operation)
        scope.answer = payload(of: example) ?? .object([:])
        if change == nil { overlayRequest(&scope) }
        if let each = operation.sandbox?.each { answerEach(each, &scope, &state) }
        let loaded = try load(&scope, &state)
        set(&scope, below: loaded?.record, change)
        if let pages = operation.pages { AnswerPage(pages).cut(&scope) }
        if let store = operation.sandbox?.store { self.store(store, &scope, &state) }
        if let loaded { change?.keep(scope.answer, in: loaded.collection, loaded.key, &state) }
        guard operation.returns != nil || example != nil else { return nil }
        let trimmed = AnswerShape(index: index).trim(
            scope.answer,
            as: operation.returns?.value,
            like: payload(of: example)
        )
        return wrap(trimmed)
    }

    /// The first answer changed for a repeated request.
    func repeated(_ document: JSONValue?, _ scope: inout TemplateScope) -> JSONValue? {
        guard let document else { return nil }
        scope.answer = payload(of: document) ?? .object([:])
        for (key, value) in operation.sandbox?.repeat?.set?.value ?? [:] {
            scope.answer.set(scope.render(value), at: key)
        }
        var result = document
        result.set(scope.answer, at: envelope)
        return result
    }

    private func payload(of document: JSONValue?) -> JSONValue? {
        document?.value(at: envelope)
    }

    private func wrap(_ payload: JSONValue) -> JSONValue {
        var document = example ?? .object([:])
        document.set(payload, at: envelope)
        return document
    }

    private func overlayRequest(_ scope: inout TemplateScope) {
        guard let fields = scope.body.objectValue, let answer = scope.answer.objectValue else { return }
        for (key, value) in fields {
            guard let old = answer[key], !value.isNull else { continue }
            scope.answer.set(echo(value, key, like: old), at: [key])
        }
    }

    /// A list that was sent as one text is answered as the example has it.
    private func echo(_ value: JSONValue, _ key: String, like old: JSONValue) -> JSONValue {
        guard old.arrayValue != nil else { return value }
        let field = operation.body.first { $0.wireNames.contains(key) }
        return PrimitiveCheck.plain(value, field?.type?.value)
    }

    private func answerEach(
        _ each: OperationSandboxSpec.Each,
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) {
        var items: [JSONValue] = []
        let answer = scope.answer
        for element in scope.body.value(at: each.over.value)?.arrayValue ?? [] {
            scope.item = element
            scope.answer = scope.render(.object(each.item.value))
            items.append(scope.answer)
            if let store = each.store { keep(scope.answer.objectValue ?? [:], store, &scope, &state) }
        }
        scope.item = nil
        scope.answer = answer
        scope.answer.set(.array(items), at: each.into.value)
    }

    private func load(
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) throws(Refusal) -> (collection: String, key: String, record: JSONObject)? {
        guard let load = operation.sandbox?.load else { return nil }
        let key = scope.text(of: load.key.value)
        let collection = load.collection.value
        guard var record = state.collections[collection]?[key] else {
            throw Refusal(.notFound, "\(collection) has no record \"\(key)\"")
        }
        let value = record.read(&scope)
        state.collections[collection]?.set(key, record)
        return (collection, key, value)
    }

    private func set(_ scope: inout TemplateScope, below record: JSONObject?, _ change: RecordChange?) {
        let members = operation.sandbox?.set?.value ?? [:]
        for (key, value) in members where value.isNull { scope.answer.set(value, at: key) }
        for (key, value) in record ?? [:] { scope.answer.set(value, at: [key]) }
        if change != nil { overlayRequest(&scope) }
        for (key, value) in members where !value.isNull {
            if let change {
                change.set(value, at: key, &scope)
            } else {
                scope.answer.set(scope.render(value), at: key)
            }
        }
    }

    private func store(
        _ store: OperationSandboxSpec.Store,
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) {
        var record = scope.body.objectValue ?? [:]
        for (key, value) in scope.answer.objectValue ?? [:] { record[key] = value }
        keep(record, store, &scope, &state)
    }

    private func keep(
        _ value: JSONObject,
        _ store: OperationSandboxSpec.Store,
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) {
        let key = scope.text(of: store.record.key.value)
        let moves = store.moves.map { (path: $0.name.value, values: $0.value.value) }
        let record = StoredRecord(value: value, moves: moves)
        state.collections[store.record.collection.value, default: BoundedTable()].set(key, record)
    }
}
