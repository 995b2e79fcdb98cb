@_spi(Generated) package import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Compares JSON with types: the examples of a spec and its defaults, and what comes to its sandbox.
package struct ValueChecker {
    package enum Role: Sendable {
        /// Arguments of an example, which go by the names of the spec; what the client writes by itself is left out.
        case arguments
        /// The body of a request as the client writes it.
        case example
        /// The body of a request as a server takes it: what the client presets may be missing.
        case request
        /// An answer or an event: unknown members are welcome.
        case answer
    }

    let role: Role
    /// What is wrong so far, in the order of the fields.
    package private(set) var problems: [ValueProblem] = []

    /// Whether nothing is wrong, and everything that is there has a name in the spec.
    package var fitsWhole: Bool { problems.isEmpty && unnamed.isEmpty && unknownShapes.isEmpty }

    /// The members of answers that no field names, and no reason excuses.
    private(set) var unnamed: [UnnamedMember] = []
    /// The values of answers that are of no case of their union, and that no reason excuses.
    private(set) var unknownShapes: [UnknownShape] = []
    /// What stands at a place without being a field's: the words of unions, by what webhooks know a delivery.
    private var excused: Set<String> = []

    /// Makes a checker that has found nothing.
    package init(_ role: Role) {
        self.role = role
    }

    /// What is wrong with a value of a type.
    package static func problems(of value: JSONValue, _ type: ResolvedType, as role: Role) -> [ValueProblem] {
        var checker = ValueChecker(role)
        checker.check(value, type, at: "")
        return checker.problems
    }

    /// Checks an object against the body of an operation.
    package mutating func check(_ object: JSONObject, _ body: RequestBody) {
        check(object, body.members, anyOf: body.alternatives, isOpen: body.isOpen)
    }

    /// Checks an object against its members.
    /// - Parameters:
    ///   - alternatives: Those of which at least one has to be given.
    ///   - isOpen: Whether further members are expected.
    mutating func check(
        _ object: JSONObject,
        _ members: [ResolvedMember],
        anyOf alternatives: [ResolvedField] = [],
        isOpen: Bool,
        at path: String = ""
    ) {
        for member in members { check(object, member, at: path) }
        if role != .answer, alternatives.count > 1 { check(object, anyOf: alternatives, at: path) }
        guard role != .answer, !isOpen else { return }
        let known = Set(members.flatMap { role == .arguments ? $0.names : $0.wireKeys })
        for key in object.keys where !known.contains(key) { add(.unknown, at: Self.path(path, key)) }
    }

    private mutating func check(_ object: JSONObject, anyOf fields: [ResolvedField], at path: String) {
        let keys = fields.flatMap { role == .arguments ? ResolvedMember.field($0).names : $0.wireKeys }
        let nullable = Set(fields.filter(\.isNullable).flatMap(\.wireKeys))
        let isGiven = keys.contains { key in object[key].map { !$0.isNull || nullable.contains(key) } ?? false }
        var checker = ArgumentChecker()
        checker.check("", or: Array(keys.dropFirst()), isGiven: isGiven)
        for fault in checker.violations { add(.constraint(fault.reason), at: Self.path(path, keys[0])) }
    }

    private mutating func check(_ object: JSONObject, _ member: ResolvedMember, at path: String) {
        switch member {
        case .field(let field) where field.isFlattened: checkFlattened(object, field.type, at: path)
        case .field(let field):
            let keys = role == .arguments ? member.names : field.keys
            let key = keys.first { object[$0] != nil } ?? keys[0]
            check(object[key], field, at: Self.path(path, key))
        case .constant(let name, let constant):
            if let value = object[name] {
                if value != constant { add(.notConstant(constant), at: Self.path(path, name)) }
            } else if isComplete {
                add(.notConstant(constant), at: Self.path(path, name))
            }
        case .argument(_, let field):
            guard role != .arguments else { return }
            check(object[field.wireName], field, at: Self.path(path, field.wireName))
        }
    }

    /// Whether every member has to be there that the client writes by itself.
    private var isComplete: Bool { role == .example || role == .answer }

    /// Checks the value of a field, nil where there is none.
    package mutating func check(_ value: JSONValue?, _ field: ResolvedField, at path: String) {
        guard let value, !(value.isNull && mayBeNull(field)) else {
            if !mayBeMissing(field) { add(.missing, at: path) }
            return
        }
        let count = problems.count
        check(value, field.type, at: path)
        guard role != .answer, problems.count == count else { return }
        let measured = check(value, field.type, field.constraints, at: path)
        guard !field.elementConstraints.isEmpty, let element = field.type.checkedElement else { return }
        for (index, value) in (measured.arrayValue ?? []).enumerated() {
            check(value, element, field.elementConstraints, at: "\(path)[\(index)]")
        }
    }

    /// Checks the constraints of a value that is of its type, and answers it as they see it.
    @discardableResult
    private mutating func check(
        _ value: JSONValue,
        _ type: ResolvedType,
        _ constraints: ValueConstraints,
        at path: String
    ) -> JSONValue {
        let measured = if case .format(let format) = type.unwrapped { format.measured(value) } else { value }
        for problem in constraints.problems(of: measured, by: type.measure) { add(.constraint(problem), at: path) }
        return measured
    }

    /// Arguments have the types of Swift, where a default does not make a nil of anything.
    private func mayBeNull(_ field: ResolvedField) -> Bool {
        role == .arguments ? field.type.isOptional : mayBeMissing(field)
    }

    private func mayBeMissing(_ field: ResolvedField) -> Bool {
        !field.isRequired || field.make != nil
    }

    /// The members of a flattened value stand among those of its object.
    private mutating func checkFlattened(_ object: JSONObject, _ type: ResolvedType, at path: String) {
        let keys = type.flattenedKeys
        let members = JSONObject(object.filter { keys.contains($0.key) && !$0.value.isNull })
        guard !members.isEmpty || !type.isOptional else { return }
        if let model = type.model {
            // A value that is flattened flattens none itself: what does is refused, and would have no end here.
            let own = model.members.filter { !$0.isFlattened }
            check(members, own, anyOf: model.alternatives, isOpen: model.isOpen, at: path)
        } else {
            check(.object(members), type.unwrapped, at: path)
        }
    }

    /// Checks a value against a type.
    mutating func check(_ value: JSONValue, _ type: ResolvedType, at path: String) {
        switch type {
        case .optional(let wrapped): if !value.isNull { check(value, wrapped, at: path) }
        case .format(let format):
            guard format.accepts(value) else { return expect(format.noun, value, at: path) }
            guard role != .answer else { return }
            for fault in format.violations(of: value) { add(.constraint(fault.reason), at: path + fault.argument) }
        // Sets of words are open, so any text is one.
        case .words(let words):
            let noun = words.value.isNumeric ? "a whole number" : "a string"
            if !words.value.accepts(value) { expect(noun, value, at: path) }
        case .list(let element), .batch(let element):
            guard let elements = value.arrayValue else { return expect("an array", value, at: path) }
            for (index, value) in elements.enumerated() { check(value, element, at: "\(path)[\(index)]") }
        case .map(let element):
            guard let object = value.objectValue else { return expect("an object", value, at: path) }
            for (key, value) in object { check(value, element, at: Self.path(path, key)) }
        case .model(let model):
            guard let object = value.objectValue else { return expect("an object", value, at: path) }
            if role == .answer, !model.isOpen { note(object, model.value, at: path) }
            check(object, model.members, anyOf: model.alternatives, isOpen: model.isOpen, at: path)
        case .union(let union): check(value, union.value, at: path)
        }
    }

    /// Notes what a model's object has and the model does not name.
    private mutating func note(_ object: JSONObject, _ model: ResolvedModel, at path: String) {
        let known = Set(model.members.flatMap(\.wireKeys) + model.undeclared.map(\.name))
        for key in object.keys where !known.contains(key) && !excused.contains(Self.dotted(Self.path(path, key))) {
            unnamed.append(UnnamedMember(key: key, model: model))
        }
    }

    /// Excuses a member that the spec knows by another way than a field.
    mutating func excuse(_ path: DottedPath) {
        for count in 1...max(path.keys.count, 1) { excused.insert(path.keys.prefix(count).joined(separator: ".")) }
    }

    /// A place in the spelling of paths: `rows[0].id` is `rows.0.id`.
    private static func dotted(_ place: String) -> String {
        place.split { ".[]".contains($0) }.joined(separator: ".")
    }

    private mutating func check(_ value: JSONValue, _ union: ResolvedUnion, at path: String) {
        guard let shape = union.shape(of: value), isSingle(value, union) else {
            // An answer may have a shape that the spec does not know yet.
            if role != .answer { return expectShape(of: union, value, at: path) }
            if let shape = UnknownShape(value, of: union, at: path), !shape.isExcused { unknownShapes.append(shape) }
            return
        }
        switch union.discriminator {
        case .key:
            check(value[shape.wireName] ?? .null, shape.type, at: Self.path(path, shape.wireName))
            for (key, value) in value.objectValue ?? [:] where key != shape.wireName && !value.isNull {
                add(.constraint(Self.beside(shape.wireName)), at: Self.path(path, key))
            }
        case .jsonType, .member, .status: check(value, shape.type, at: path)
        case .tag(let tag): check(untagged(value, tag, shape), shape.type, at: path)
        case .field(let place, _, _):
            excuse(DottedPath(Self.path(Self.dotted(path), place.text)))
            check(value, shape, at: path)
        case .header: check(value, shape, at: path)
        }
    }

    /// Checks an event whose type a header may name.
    mutating func check(_ event: JSONValue, _ type: ResolvedType, named word: String?) {
        guard let union = type.union?.value, case .header = union.discriminator else {
            return check(event, type, at: "")
        }
        if let shape = union.shape(of: event, named: word) { check(event, shape, at: "") }
    }

    /// Checks the shape of an event where it stands.
    private mutating func check(_ value: JSONValue, _ shape: ResolvedCase, at path: String) {
        guard let inner = shape.path.value(in: value) else {
            return add(.missing, at: Self.path(path, shape.path.text))
        }
        if let key = shape.presentKey { excused.insert(Self.dotted(Self.path(path, key))) }
        check(inner, shape.type, at: shape.path.isEmpty ? path : Self.path(path, shape.path.text))
    }

    /// Of what is sent, a union by key has one key alone.
    private func isSingle(_ value: JSONValue, _ union: ResolvedUnion) -> Bool {
        role == .answer || union.discriminator != .key || value.objectValue?.count == 1
    }

    /// The tag stands beside the members of the shape, which need not name it.
    private func untagged(_ value: JSONValue, _ tag: String, _ shape: ResolvedCase) -> JSONValue {
        guard var object = value.objectValue, let model = shape.type.model, model.value.member(key: tag) == nil else {
            return value
        }
        object[tag] = nil
        return .object(object)
    }

    private mutating func expectShape(of union: ResolvedUnion, _ value: JSONValue, at path: String) {
        let words = Self.oneOf(union.cases.map(\.wireName))
        switch union.discriminator {
        case .key: expect("an object with exactly one key: \(words)", value, at: path)
        case .member:
            let keys = Self.oneOf(union.cases.compactMap(\.presentKey))
            expect("an object with a member that tells its shape: \(keys)", value, at: path)
        case .status: break
        case .header: expect(words, value, at: path)
        case .jsonType: expect(Self.oneOf(union.cases.flatMap(\.type.jsonTypes).map(\.noun)), value, at: path)
        case .tag(let tag): expect(words, value[tag] ?? .null, at: Self.path(path, tag))
        case .field(let place, _, _): expect(words, place.value(in: value) ?? .null, at: Self.path(path, place.text))
        }
    }

    private static func beside(_ key: String) -> String {
        "stands beside '\(key)', and has no place in a union by key; make both fields of a model, or flatten the union in one"
    }

    private static func oneOf(_ words: [String]) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }

    private mutating func expect(_ expected: String, _ value: JSONValue, at path: String) {
        add(.mismatch(expected: expected, found: value.type), at: path)
    }

    private mutating func add(_ reason: ValueProblem.Reason, at path: String) {
        problems.append(ValueProblem(path: path, reason: reason))
    }

    private static func path(_ path: String, _ key: String) -> String {
        path.isEmpty ? key : "\(path).\(key)"
    }
}
