import SpecYAML
@_spi(Generated) import WaybillRuntime

struct UnionsRule: ValidationRule {
    let id = "union"
    let summary = "The shapes of a union can be told apart without trying them."

    func check(_ context: ValidationContext, into diagnostics: inout DiagnosticCollector) {
        let definitions = context.definitions
        for union in context.spec.unions {
            if union.value.cases.count < 2 { diagnostics.error(id, tooFew, at: union.name.location) }
            for shape in union.value.cases where shape.value.type.value.isOptional {
                diagnostics.error(id, optional, at: shape.value.type.location)
            }
            checkIdleKeys(union.value, into: &diagnostics)
            check(union.value, definitions, into: &diagnostics)
            if let id = union.value.id { checkShared(id, union.value, definitions, into: &diagnostics) }
        }
    }

    private func check(_ union: UnionSpec, _ definitions: Definitions, into diagnostics: inout DiagnosticCollector) {
        switch union.by.value {
        case .key:
            checkNoTags(union, into: &diagnostics)
        case .jsonType:
            checkNoTags(union, into: &diagnostics)
            checkTypes(union, definitions, into: &diagnostics)
        case .member:
            checkNoTags(union, into: &diagnostics)
            checkMembers(union, definitions, into: &diagnostics)
            checkModels(union, definitions, into: &diagnostics)
        case .status:
            checkNoTags(union, into: &diagnostics)
            checkStatuses(union, into: &diagnostics)
            checkModels(union, definitions, into: &diagnostics)
        case .tag(let field):
            checkNoPlaces(union, into: &diagnostics)
            checkTags(union, field, definitions, into: &diagnostics)
        case .field(let path, let absent, _):
            if !DottedPath.isWellFormed(path) { diagnostics.error(id, noPath(path), at: union.by.location) }
            checkAbsent(absent, union, into: &diagnostics)
            checkPlaces(union, into: &diagnostics)
            checkTags(union, path, definitions, into: &diagnostics)
        case .header(let name, let absent, _):
            if !HeaderToken.isToken(name) { diagnostics.error(id, noToken(name), at: union.by.location) }
            checkAbsent(absent, union, into: &diagnostics)
            checkPlaces(union, into: &diagnostics)
            checkTags(union, nil, definitions, into: &diagnostics)
        }
    }

    private func checkNoTags(_ union: UnionSpec, into diagnostics: inout DiagnosticCollector) {
        for tag in union.cases.compactMap(\.value.tag) { diagnostics.error(id, idleTag, at: tag.location) }
        checkNoPlaces(union, into: &diagnostics)
    }

    private func checkNoPlaces(_ union: UnionSpec, into diagnostics: inout DiagnosticCollector) {
        for place in union.cases.compactMap(\.value.at) { diagnostics.error(id, idlePlace, at: place.location) }
    }

    private func checkPlaces(_ union: UnionSpec, into diagnostics: inout DiagnosticCollector) {
        for place in union.cases.compactMap(\.value.at) where !DottedPath.isWellFormed(place.value) {
            diagnostics.error(id, noPath(place.value), at: place.location)
        }
    }

    /// `has` and `status` go with their own ways of telling shapes apart.
    private func checkIdleKeys(_ union: UnionSpec, into diagnostics: inout DiagnosticCollector) {
        let by = union.by.value
        let takesKey = if case .field = by { true } else { by == .member }
        for shape in union.cases.map(\.value) {
            if let has = shape.has, !takesKey { diagnostics.error(id, idleKey, at: has.location) }
            if let status = shape.statuses.first, by != .status {
                diagnostics.error(id, idleStatus, at: status.location)
            }
        }
    }

    /// Each case but the last has a key of its own, which is a member of its model.
    private func checkMembers(
        _ union: UnionSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        var keys: Set<String> = []
        for shape in union.cases.dropLast() where shape.value.has == nil {
            diagnostics.error(id, noKey, at: shape.name.location)
        }
        for shape in union.cases.map(\.value) {
            guard let key = shape.has else { continue }
            if !keys.insert(key.value).inserted { diagnostics.error(id, sameKey(key.value), at: key.location) }
            if let model = definitions.type(shape.type.value).model, model.value.member(key: key.value) == nil {
                diagnostics.error(id, noMember(key.value, model.name), at: key.location)
            }
        }
    }

    private func checkStatuses(_ union: UnionSpec, into diagnostics: inout DiagnosticCollector) {
        var taken: Set<Int> = []
        for shape in union.cases {
            if shape.value.statuses.isEmpty { diagnostics.error(id, noStatus, at: shape.name.location) }
            for statuses in shape.value.statuses {
                if !(200...299).contains(statuses.value.lowerBound) || !(200...299).contains(statuses.value.upperBound)
                {
                    diagnostics.error(id, noSuccess, at: statuses.location)
                } else if !taken.isDisjoint(with: statuses.value) {
                    diagnostics.error(id, sameStatus, at: statuses.location)
                }
                taken.formUnion(statuses.value)
            }
        }
    }

    private func checkModels(
        _ union: UnionSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        for type in union.cases.map(\.value.type) where !definitions.isUndefined(type.value) {
            if definitions.type(type.value).model == nil { diagnostics.error(id, modelsOnly, at: type.location) }
        }
    }

    private func checkAbsent(_ absent: String?, _ union: UnionSpec, into diagnostics: inout DiagnosticCollector) {
        let names = union.cases.map(\.name.value)
        guard let absent, !names.contains(absent) else { return }
        diagnostics.error(id, noCase(absent, names), at: union.by.location)
    }

    private func checkTypes(_ union: UnionSpec, _ definitions: Definitions, into diagnostics: inout DiagnosticCollector)
    {
        var taken: [String: String] = [:]
        for shape in union.cases {
            let types = definitions.type(shape.value.type.value).jsonTypes.map(\.noun)
            if types.isEmpty { diagnostics.error(id, anything, at: shape.value.type.location) }
            for type in types {
                if let other = taken[type] {
                    diagnostics.error(id, same(type, other), at: shape.value.type.location)
                }
                taken[type] = taken[type] ?? shape.name.value
            }
        }
    }

    /// One text, one model, and a field of it that is such a text.
    private func checkShared(
        _ id: Located<String>,
        _ union: UnionSpec,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        let types = union.cases.map { definitions.type($0.value.type.value) }
        guard union.by.value == .jsonType, types.count == 2, let model = types.compactMap(\.model).first,
            let text = types.first(where: { $0 == .format(.string) || $0 == .format(.id) })
        else { return diagnostics.error(self.id, noPair, at: id.location) }
        let own = model.value.field(id.value)?.type.unwrapped
        if own != .format(.string) && own != .format(.id) {
            diagnostics.error(self.id, noShared(id.value, model.name, text.text), at: id.location)
        }
    }

    /// - Parameter field: The member that has the tag, which is text then; nil where it is none of the body's.
    private func checkTags(
        _ union: UnionSpec,
        _ field: String?,
        _ definitions: Definitions,
        into diagnostics: inout DiagnosticCollector
    ) {
        var words: Set<String> = []
        for shape in union.cases {
            let tag = shape.value.tag ?? shape.name
            let word = shape.word(union.by.value)
            if !words.insert(word).inserted { diagnostics.error(id, sameTag(tag.value), at: tag.location) }
            guard let model = definitions.type(shape.value.type.value).model else {
                diagnostics.error(id, field.map(noModel) ?? noObject, at: shape.value.type.location)
                continue
            }
            guard let field, shape.value.at == nil, let own = model.value.field(field) else { continue }
            let isText = own.type.unwrapped == .format(.string) || own.type.words?.value.isNumeric == false
            if !isText { diagnostics.error(id, noText(field), at: own.location) }
        }
    }
}

// MARK: - Messages

extension UnionsRule {
    private var tooFew: String { "a union has at least two cases; add one, or use the type itself" }

    private var optional: String { "a case always has its value; take the '?' away, and make the field optional" }

    private var idleTag: String {
        "'tag' goes with 'by: { tag: <field> }', '{ field: <path> }' or '{ header: <name> }' only; leave it out"
    }

    private var idlePlace: String {
        "'at' goes with 'by: { field: <path> }' or '{ header: <name> }' only; leave it out"
    }

    private var noObject: String { "an event is an object; make the case's type a model" }

    private func noToken(_ name: String) -> String {
        "\(SpecText.quoted(name)) cannot name a header; write letters, digits and hyphens, such as X-Event"
    }

    private var idleKey: String { "'has' goes with 'by: member' or '{ field: <path> }' only; leave it out" }

    private var idleStatus: String { "'status' goes with 'by: status' only; leave it out" }

    private var noKey: String { "only the last case can be the one that no member tells; add 'has', or move it down" }

    private func sameKey(_ key: String) -> String {
        "another case is told by \(SpecText.quoted(key)) too; name a member that only one of them has"
    }

    private func noMember(_ key: String, _ model: String) -> String {
        "\(SpecText.quoted(model)) has no member \(SpecText.quoted(key)); name one of its fields as it stands on the wire"
    }

    private var noStatus: String { "the status tells the shapes apart; add 'status', such as 202" }

    private var noSuccess: String { "only a success has a value; write statuses from 200 to 299" }

    private var sameStatus: String { "another case has this status too; give each its own" }

    private var modelsOnly: String {
        "a shape that is told by a member or the status is an object; make its type a model"
    }

    private var anything: String { "this type can be any JSON, so nothing tells it apart; use another type" }

    private var noPair: String { "'id' goes with 'by: jsonType', a text or id, and one model; leave it out" }

    private func noShared(_ name: String, _ model: String, _ type: String) -> String {
        "\(SpecText.quoted(model)) has no field \(SpecText.quoted(name)) that is text too; name one, as the other case is a \(type)"
    }

    private func same(_ type: String, _ other: String) -> String {
        "case \(SpecText.quoted(other)) is \(type) too, so the two cannot be told apart; choose another 'by'"
    }

    private func sameTag(_ tag: String) -> String {
        "two cases have the tag \(SpecText.quoted(tag)); give each its own"
    }

    private func noModel(_ field: String) -> String {
        "the tag \(SpecText.quoted(field)) is a member of an object; make the case's type a model"
    }

    private func noText(_ field: String) -> String {
        "the tag \(SpecText.quoted(field)) is text on the wire; make this field a string"
    }

    private func noPath(_ path: String) -> String {
        "\(SpecText.quoted(path)) is no path; write member names with dots between them, such as data.object"
    }

    private func noCase(_ name: String, _ names: [String]) -> String {
        let fix =
            Suggestion.nearest(to: name, among: names).map { "did you mean \(SpecText.quoted($0))?" }
            ?? "name one of \(names.joined(separator: ", "))"
        return "'absent' names no case \(SpecText.quoted(name)); \(fix)"
    }
}
