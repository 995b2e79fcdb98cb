@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Reads a form as the JSON that its client wrote into it.
///
/// All that a form has is text, so it is the types that say what a text is. What does not fit its type becomes text, lists and
/// objects as the names have it, for the checker to refuse with its place.
struct FormReader {
    /// What may stand under a key.
    private enum Slot {
        case value(ResolvedType, isNeeded: Bool)
        case constant(JSONValue)
    }

    let notation: FormNotation

    /// The object with these members; what a form cannot show where it is empty is empty where it is missing.
    func object(_ tree: FormTree, _ members: [ResolvedMember]) -> JSONObject {
        object(tree, slots: slots(members))
    }

    private func object(_ tree: FormTree, slots: [(key: String, slot: Slot)]) -> JSONObject {
        let known = Dictionary(slots.map { ($0.key, $0.slot) }) { first, _ in first }
        var object = JSONObject()
        for (key, tree) in tree.members {
            switch known[key] {
            case .value(let type, _)?: object[key] = value(tree, type)
            case .constant(let constant)?: object[key] = single(tree) == Self.text(constant) ? constant : any(tree)
            case nil: object[key] = any(tree)
            }
        }
        for (key, slot) in slots where object[key] == nil {
            if case .value(let type, isNeeded: true) = slot { object[key] = empty(type) }
        }
        return object
    }

    private func slots(_ members: [ResolvedMember]) -> [(key: String, slot: Slot)] {
        members.flatMap { member -> [(key: String, slot: Slot)] in
            switch member {
            case .constant(let name, let value): return [(name, .constant(value))]
            case .argument(_, let field): return [(field.wireName, .value(field.type, isNeeded: field.isRequired))]
            case .field(let field) where field.isFlattened: return flattened(field.type)
            case .field(let field):
                let isNeeded = field.isRequired && field.make == nil
                return field.keys.map { ($0, .value(field.type, isNeeded: isNeeded && $0 == field.wireName)) }
            }
        }
    }

    /// The members of a flattened value; one that may be missing needs none of them.
    private func flattened(_ type: ResolvedType) -> [(key: String, slot: Slot)] {
        if let union = type.union { return union.cases.map { ($0.wireName, .value($0.type, isNeeded: false)) } }
        // A value that is flattened flattens none itself.
        let own = slots((type.model?.members ?? []).filter { !$0.isFlattened })
        guard type.isOptional else { return own }
        return own.map { key, slot in
            if case .value(let type, _) = slot { (key, .value(type, isNeeded: false)) } else { (key, slot) }
        }
    }

    // MARK: - Values

    private func value(_ tree: FormTree, _ type: ResolvedType) -> JSONValue {
        switch type {
        case .optional(let wrapped): value(tree, wrapped)
        case .format(let format): single(tree).map { value($0, format) } ?? any(tree)
        case .words(let words): single(tree).map { words.value.value(parsing: $0) } ?? any(tree)
        case .list(let element), .batch(let element):
            elements(tree).map { .array($0.map { value($0, element) }) } ?? any(tree)
        case .map(let element): tree.values.isEmpty ? members(tree) { value($0, element) } : any(tree)
        case .model(let model): tree.values.isEmpty ? .object(object(tree, model.members)) : any(tree)
        case .union(let union): value(tree, union.value)
        }
    }

    /// The number or truth value that a text is, where the format has such; most that may come as text are written so too.
    private func value(_ text: String, _ format: WireFormat) -> JSONValue {
        if format.measure == .text || format.jsonTypes.isEmpty { return .string(text) }
        if format.jsonTypes.contains(.number), let number = JSONNumber(text: text) { return .number(number) }
        if format.jsonTypes.contains(.bool), let flag = Bool(text) { return .bool(flag) }
        return .string(text)
    }

    private func value(_ tree: FormTree, _ union: ResolvedUnion) -> JSONValue {
        switch union.discriminator {
        case .key where tree.values.isEmpty:
            .object(object(tree, slots: union.cases.map { ($0.wireName, .value($0.type, isNeeded: false)) }))
        case .tag(let tag): tagged(tree, tag, union) ?? any(tree)
        case .jsonType: shaped(tree, union) ?? any(tree)
        case .member: present(tree, union) ?? any(tree)
        case .key, .status, .field, .header: any(tree)
        }
    }

    private func present(_ tree: FormTree, _ union: ResolvedUnion) -> JSONValue? {
        let shape = union.cases.first { $0.presentKey.map { tree[$0] != nil } ?? true }
        guard let model = shape?.type.model else { return nil }
        return .object(object(tree, slots: slots(model.members)))
    }

    private func tagged(_ tree: FormTree, _ tag: String, _ union: ResolvedUnion) -> JSONValue? {
        let word = tree[tag].flatMap(single)
        guard let model = union.cases.first(where: { $0.wireName == word })?.type.model else { return nil }
        return .object(object(tree, slots: slots(model.members)))
    }

    /// The first shape that what stands there can be: the more exact ones before text.
    private func shaped(_ tree: FormTree, _ union: ResolvedUnion) -> JSONValue? {
        for type: JSONType in [.number, .bool, .string, .array, .object] {
            guard let shape = union.cases.first(where: { $0.type.jsonTypes.contains(type) }) else { continue }
            let found = value(tree, shape.type)
            if found.type == type { return found }
        }
        return nil
    }

    /// What stands there, where no type says what it is.
    private func any(_ tree: FormTree) -> JSONValue {
        if tree.values.count > 1 { return .array(tree.values.map { .string($0) }) }
        if let text = single(tree) { return .string(text) }
        if notation.lists != .repeated, notation.lists != .comma, let elements = elements(tree) {
            return .array(elements.map(any))
        }
        return members(tree, any)
    }

    private func members(_ tree: FormTree, _ value: (FormTree) -> JSONValue) -> JSONValue {
        .object(JSONObject(tree.members.map { ($0.key, value($0.tree)) }))
    }

    /// The one text that stands there.
    private func single(_ tree: FormTree) -> String? {
        tree.values.count == 1 ? tree.values[0] : nil
    }

    /// The elements of a list, if it is written as one.
    private func elements(_ tree: FormTree) -> [FormTree]? {
        switch notation.lists {
        case .repeated: return tree.keys.isEmpty ? tree.values.map(FormTree.init) : nil
        case .comma:
            return single(tree).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map { FormTree(value: String($0)) }
            }
        case .brackets:
            guard tree.values.isEmpty, tree.keys.count == 1, let list = tree[""] else { return nil }
            return list.keys.isEmpty ? list.values.map(FormTree.init) : nil
        case .indexed:
            let elements = tree.keys.indices.compactMap { tree[String($0)] }
            return tree.values.isEmpty && elements.count == tree.keys.count ? elements : nil
        }
    }

    // MARK: - Nothing

    /// What a required list, map or object is that wrote no field.
    private func empty(_ type: ResolvedType) -> JSONValue? {
        switch type {
        case .list, .batch: .array([])
        case .map: .object([:])
        case .model(let model): .object(object(FormTree(), model.members))
        case .format(let format): format.jsonTypes == [.object] ? .object([:]) : nil
        case .optional, .words, .union: nil
        }
    }

    private static func text(_ constant: JSONValue) -> String { constant.stringValue ?? constant.description }
}
