@_spi(Generated) import Pipeline
import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Makes the answer to a request that is allowed and valid, and stores what is to be stored.
///
/// The order is: the operation's first example of a success, the request's fields of the same names that fit there, the
/// elements of `each`, the stored record (`load`), `set`. A null in `set` only blanks the example: it does not take back
/// what the record knows. A change (``RecordChange``) lays the request over the record, and not below it.
struct AnswerComposer {
    let operation: ResolvedOperation
    private let example: JSONValue?
    private let place: DottedPath

    init(_ operation: ResolvedOperation) {
        self.operation = operation
        let shown = operation.rawAnswer == nil ? operation.examples.first(where: \.isSuccess)?.response : nil
        let example = shown.flatMap { try? JSONValue(parsing: $0) }
        self.example = example
        place = operation.envelope.path(in: example) ?? operation.envelope.paths[0]
    }

    /// The document of the answer; nil where there is no body.
    func compose(_ scope: inout TemplateScope, _ state: inout SandboxState) throws(Refusal) -> JSONValue? {
        guard operation.answer != nil || example != nil || operation.sandbox != nil else { return nil }
        let change = RecordChange(operation)
        scope.answer = place.value(in: example) ?? .object([:])
        if change == nil { overlayRequest(&scope) }
        if let each = operation.sandbox?.each { answerEach(each, &scope, &state) }
        let loaded = try load(&scope, &state)
        set(&scope, below: loaded?.record, change)
        if let pages = operation.pages { AnswerPage(pages).cut(&scope) }
        if let store = operation.sandbox?.store { self.store(store, &scope, &state) }
        if let loaded { change?.keep(scope.answer, in: loaded.collection, loaded.key, &state) }
        guard operation.answer != nil || example != nil else { return nil }
        if example == nil, operation.answer?.isOptional == true, scope.answer == .object([:]) { return nil }
        let shown = place.value(in: example)
        return wrap(AnswerShape.trim(scope.answer, as: operation.answer, like: shown))
    }

    /// The first answer changed for a repeated request.
    func repeated(_ document: JSONValue?, _ scope: inout TemplateScope) -> JSONValue? {
        guard let document else { return nil }
        scope.answer = place.value(in: document) ?? .object([:])
        for (key, value) in operation.sandbox?.repetition?.set ?? [:] {
            DottedPath(key).set(scope.render(value), in: &scope.answer)
        }
        var result = document
        place.set(scope.answer, in: &result)
        return result
    }

    private func wrap(_ payload: JSONValue) -> JSONValue {
        var document = example ?? .object([:])
        place.set(payload, in: &document)
        return document
    }

    private func overlayRequest(_ scope: inout TemplateScope) {
        guard let fields = scope.body.objectValue, let answer = scope.answer.objectValue else { return }
        for (key, value) in fields {
            guard let old = answer[key], !value.isNull else { continue }
            let echo = echo(value, key, like: old)
            if fits(echo, key, like: old) { DottedPath(keys: [key]).set(echo, in: &scope.answer) }
        }
    }

    /// Whether a client reads the value where the answer has another meaning of the name: `to` can be a number that is
    /// sent to, and then a list of what became of each.
    private func fits(_ value: JSONValue, _ key: String, like old: JSONValue) -> Bool {
        guard case .model(let model)? = operation.answer?.unwrapped,
            let field = model.value.member(key: key)?.field, !field.isFlattened
        else { return old.isNull || value.type == old.type }
        var checker = ValueChecker(.answer)
        checker.check(value, field, at: key)
        return checker.fitsWhole
    }

    /// A list that was sent as one text is answered as the example has it.
    private func echo(_ value: JSONValue, _ key: String, like old: JSONValue) -> JSONValue {
        let member = operation.body.members.first { $0.wireKeys.contains(key) }
        guard old.arrayValue != nil, case .format(let format)? = member?.field?.type.unwrapped else { return value }
        return format.measured(value)
    }

    private func answerEach(
        _ each: ResolvedBehaviour.Each,
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) {
        var items: [JSONValue] = []
        let answer = scope.answer
        for element in each.over.value(in: scope.body)?.arrayValue ?? [] {
            scope.item = element
            scope.answer = scope.render(.object(each.item))
            items.append(scope.answer)
            if let store = each.store { keep(scope.answer.objectValue ?? [:], store, &scope, &state) }
        }
        scope.item = nil
        scope.answer = answer
        each.into.set(.array(items), in: &scope.answer)
    }

    private func load(
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) throws(Refusal) -> (collection: String, key: String, record: JSONObject)? {
        guard let load = operation.sandbox?.load else { return nil }
        let key = scope.text(of: load.key)
        guard var record = state.collections[load.collection]?[key] else {
            throw Refusal(.notFound, "\(load.collection) has no record \"\(key)\"")
        }
        let value = record.read(&scope)
        state.collections[load.collection]?.set(key, record)
        return (load.collection, key, value)
    }

    private func set(_ scope: inout TemplateScope, below record: JSONObject?, _ change: RecordChange?) {
        let members = operation.sandbox?.set ?? [:]
        for (key, value) in members where value.isNull { DottedPath(key).set(value, in: &scope.answer) }
        for (key, value) in record ?? [:] { DottedPath(keys: [key]).set(value, in: &scope.answer) }
        if change != nil { overlayRequest(&scope) }
        for (key, value) in members where !value.isNull {
            if let change {
                change.set(value, at: DottedPath(key), &scope)
            } else {
                DottedPath(key).set(scope.render(value), in: &scope.answer)
            }
        }
    }

    private func store(
        _ store: ResolvedBehaviour.Store,
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) {
        var record = scope.body.objectValue ?? [:]
        for (key, value) in scope.answer.objectValue ?? [:] { record[key] = value }
        keep(record, store, &scope, &state)
    }

    private func keep(
        _ value: JSONObject,
        _ store: ResolvedBehaviour.Store,
        _ scope: inout TemplateScope,
        _ state: inout SandboxState
    ) {
        let key = scope.text(of: store.record.key)
        let record = StoredRecord(value: value, moves: store.moves)
        state.collections[store.record.collection, default: BoundedTable()].set(key, record)
    }
}
