import SpecYAML
import WaybillJSON
@_spi(Generated) import WaybillRuntime

struct SandboxRule: ValidationRule {
    let id = "sandbox"
    let summary = "The sandbox's credentials, codes, collections and templates exist."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        checkCredentials(context.spec, into: &diagnostics)
        let codes = context.spec.errors.codes.map(\.name.value)
        for code in context.spec.sandbox.errors where !codes.contains(code.value.value) {
            diagnostics.error(id, unknown("error code", code.value.value, codes), at: code.value.location)
        }
        for resource in context.spec.resources {
            let stored = Set(resource.operations.flatMap { collections($0.value.sandbox) })
            for operation in resource.operations {
                guard let sandbox = operation.value.sandbox else { continue }
                check(sandbox, operation.value, stored, into: &diagnostics)
                checkEach(sandbox, operation.value, context.definitions, into: &diagnostics)
            }
        }
    }

    private func checkCredentials(_ spec: Spec, into diagnostics: inout DiagnosticCollector) {
        let names = spec.clients.flatMap(\.value.auth.each).flatMap { $0.credentials.map(\.name.value) }
        for credential in spec.sandbox.credentials where !names.contains(credential.name.value) {
            diagnostics.error(
                id,
                unknown("credential", credential.name.value, names),
                at: credential.name.location
            )
        }
    }

    private func collections(_ sandbox: OperationSandboxSpec?) -> [String] {
        [sandbox?.store, sandbox?.each?.store].compactMap { $0?.record.collection.value }
    }

    private func check(
        _ sandbox: OperationSandboxSpec,
        _ operation: OperationSpec,
        _ stored: Set<String>,
        into diagnostics: inout DiagnosticCollector
    ) {
        if let load = sandbox.load, !stored.contains(load.collection.value) {
            diagnostics.error(id, neverStored(load.collection.value), at: load.collection.location)
        }
        if let each = sandbox.each, !operation.body.contains(where: { $0.name.value == each.over.value }) {
            let names = operation.body.map(\.name.value)
            diagnostics.error(id, unknown("field of the body", each.over.value, names), at: each.over.location)
        }
        if sandbox.repeat != nil, operation.idempotencyKey == nil, let status = sandbox.repeat?.status {
            diagnostics.error(id, noKey, at: status.location)
        }
        for move in [sandbox.store, sandbox.each?.store].compactMap(\.self).flatMap(\.moves) {
            if move.value.value.isEmpty { diagnostics.error(id, noMoves, at: move.name.location) }
        }
        for text in templates(sandbox) { check(text, operation, into: &diagnostics) }
    }

    /// Where the elements go is a list, as far as the types tell.
    private func checkEach(
        _ sandbox: OperationSandboxSpec,
        _ operation: OperationSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        guard let into = sandbox.each?.into, let returns = operation.returns?.value, !definitions.isUndefined(returns),
            !leads(DottedPath(into.value).keys[...], in: definitions.type(returns))
        else { return }
        diagnostics.error(id, noList(into.value), at: into.location)
    }

    private func leads(_ keys: ArraySlice<String>, in type: ResolvedType) -> Bool {
        switch type.unwrapped {
        case .list, .batch: return keys.isEmpty
        case .model(let model):
            guard let key = keys.first, let field = model.value.member(key: key)?.field else { return false }
            return field.isFlattened || leads(keys.dropFirst(), in: field.type)
        case .union, .map, .format(.json), .format(.object): return true
        default: return false
        }
    }

    private func templates(_ sandbox: OperationSandboxSpec) -> [Located<String>] {
        let objects = [sandbox.set, sandbox.repeat?.set, sandbox.each?.item].compactMap(\.self)
        let references = [sandbox.store?.record, sandbox.load, sandbox.each?.store?.record].compactMap(\.self)
        let texts = objects.flatMap { object in
            strings(.object(object.value)).map { Located($0, at: object.location) }
        }
        return references.map(\.key) + texts
    }

    private func strings(_ value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(strings)
        case .object(let object): object.flatMap { strings($0.value) }
        case .null, .bool, .number: []
        }
    }

    private func check(
        _ text: Located<String>,
        _ operation: OperationSpec,
        into diagnostics: inout DiagnosticCollector
    ) {
        let template = TextTemplate(text.value)
        if !template.isBalanced { diagnostics.error(id, unbalanced, at: text.location) }
        for placeholder in template.placeholders where placeholder.hasPrefix("body.") {
            let name = DottedPath(String(placeholder.dropFirst(5))).keys.first ?? ""
            let names = operation.body.map(\.name.value)
            if !names.contains(name) {
                diagnostics.error(id, unknown("field of the body", name, names), at: text.location)
            }
        }
    }
}

// MARK: - Messages

extension SandboxRule {
    private var unbalanced: String { "a brace has no partner; write placeholders as {name}" }

    private var noKey: String { "'repeat' answers a known idempotency key, and the operation has none; leave it out" }

    private var noMoves: String { "nothing follows here; write the values in their order, or leave this out" }

    private func unknown(_ what: String, _ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? (names.isEmpty ? "leave it out" : "the known ones are \(names.joined(separator: ", "))")
        return "no \(what) \(SpecText.quoted(name)); \(fix)"
    }

    private func noList(_ path: String) -> String {
        "the answer has no list \(SpecText.quoted(path)); write the path of one, or '.' where the answer itself is the list"
    }

    private func neverStored(_ name: String) -> String {
        "no operation of this resource stores into \(SpecText.quoted(name)); correct the name, or add 'store' to one"
    }
}
