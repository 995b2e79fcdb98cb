/// Makes a spec that is right but for chance: definitions of every kind, and operations that use them.
///
/// Its names are placeholders, which ``NameChanger`` replaces; options are left to ``OptionSprinkler``.
struct SpecMaker {
    private let number: UInt64
    /// Whether lists are batches at times, which only answers can have: such a spec sends no bodies.
    let hasBatches: Bool
    var chance: Chance
    private var count = 0
    private var spec = RandomSpec(files: [])
    private(set) var models: [SpecType] = []
    /// Hosts beside the clients' own, which every client has.
    private(set) var hosts: [String] = []
    private var words: [SpecType] = []
    private var unions: [SpecType] = []
    private var definitions: SpecNode = [:]

    private init(_ number: UInt64, _ chance: Chance) {
        (self.number, self.chance) = (number, chance)
        hasBatches = self.chance.once(in: 3)
    }

    /// A spec of the next random numbers, whose names no spec of another number has.
    static func spec(of number: UInt64, _ chance: inout Chance) -> RandomSpec {
        var maker = SpecMaker(number, chance)
        maker.make()
        chance = maker.chance
        return maker.spec
    }

    mutating func name(_ kind: RandomSpec.NameKind) -> String {
        count += 1
        let name = kind == .type ? "T\(number)q\(count)z" : "m\(number)q\(count)z"
        spec.names[kind, default: []].append(name)
        return name
    }

    private mutating func make() {
        let module = name(.type)
        makeWords()
        for _ in 0...chance.upTo(2) { makeModel() }
        for _ in 0..<chance.upTo(2) { makeUnion() }
        let errors = makeErrors()
        if chance.once(in: 4) { hosts = [name(.member)] }
        let resources = (0...(chance.once(in: 4) ? 1 : 0)).map { _ in name(.resource) }
        var api: SpecNode = ["waybill": 1, "api": .text(module), "errors": errors]
        var files = resources.map { resource in makeResource(resource) }
        api["clients"] = makeClients(resources)
        if chance.once(in: 3) { makeWebhook(into: &api) }
        for kind in ["models", "enums", "unions"] {
            guard let all = definitions[kind] else { continue }
            // In one of the files, whichever.
            let place = chance.upTo(files.count)
            if place == files.count { api[kind] = all } else { files[place][kind] = all }
        }
        spec.files = [.init(key: "api", value: api)]
        for (place, file) in files.enumerated() { spec.files.append(.init(key: "file\(place)", value: file)) }
    }

    // MARK: - Types

    mutating func type(plain: Bool = false) -> SpecType {
        var type = chance.one(of: SpecType.formats)
        switch chance.upTo(5) {
        case 0 where !words.isEmpty: type = chance.one(of: words)
        case 1 where !unions.isEmpty: type = chance.one(of: unions)
        case 2, 3: if !models.isEmpty { type = chance.one(of: models) }
        default: break
        }
        if !plain {
            while chance.once(in: 3) {
                switch chance.upTo(2) {
                case 0: type = type.list
                case 1: type = type.map
                default: type = hasBatches && !type.text.contains("batch") ? type.batch : type.list
                }
            }
        }
        return chance.once(in: 2) ? type.optional : type
    }

    private mutating func makeWords() {
        let (type, own) = (name(.type), (0...chance.upTo(2)).map { _ in name(.wire) })
        var definition: SpecNode = ["values": .list(own.map { .text($0) })]
        if chance.once(in: 3) { definition["order"] = .list(own.map { .text($0) }) }
        if chance.once(in: 3) { definition["final"] = .list([.text(own[0])]) }
        define("enums", type, definition)
        words.append(SpecType(type, .text(own[0])))
    }

    private mutating func makeModel() {
        let type = name(.type)
        var fields: SpecNode = [:]
        var json: SpecNode = [:]
        var argument: SpecNode = [:]
        for _ in 0...chance.upTo(3) {
            let field = name(.wire)
            let own = self.type()
            fields[field] = ["type": .text(own.text)]
            json[field] = own.json
            argument[field] = own.argument
        }
        define("models", type, ["fields": fields])
        models.append(SpecType(type, json, argument: argument))
    }

    private mutating func makeUnion() {
        let (type, cases) = (name(.type), [name(.wire), name(.wire)])
        switch chance.upTo(3) {
        case 0:
            let own = (self.type(plain: true), self.type(plain: true))
            let types: SpecNode = [cases[0]: .text(own.0.required), cases[1]: .text(own.1.required)]
            define("unions", type, ["by": "key", "cases": types])
            unions.append(SpecType(type, [cases[0]: own.0.json], argument: [cases[0]: own.0.argument]))
        case 1:
            let own = chance.one(of: ["string", "id"])
            let other = own == "string" && chance.once(in: 2) ? "int" : chance.one(of: models).text
            let types: SpecNode = [cases[0]: .text(own), cases[1]: .text(other)]
            define("unions", type, ["by": "jsonType", "cases": types])
            unions.append(SpecType(type, "text"))
        case 2:
            let model = chance.one(of: models)
            guard case .map(let members) = model.json, let key = members.first?.key else { return }
            let told: SpecNode = ["type": .text(model.text), "has": .text(key)]
            define(
                "unions",
                type,
                ["by": "member", "cases": [cases[0]: told, cases[1]: .text(chance.one(of: models).text)]]
            )
            unions.append(SpecType(type, model.json, argument: model.argument))
        default:
            let (tag, model) = (name(.wire), chance.one(of: models))
            let types: SpecNode = [cases[0]: .text(model.text), cases[1]: .text(chance.one(of: models).text)]
            define("unions", type, ["by": ["tag": .text(tag)], "cases": types])
            var (json, argument) = (model.json, model.argument)
            json[tag] = .text(cases[0])
            argument[tag] = .text(cases[0])
            unions.append(SpecType(type, json, argument: argument))
        }
    }

    mutating func define(_ kind: String, _ name: String, _ definition: SpecNode) {
        var all = definitions[kind] ?? [:]
        all[name] = definition
        definitions[kind] = all
    }

    // MARK: - The API

    private mutating func makeErrors() -> SpecNode {
        let codes = (0..<chance.upTo(2)).map { _ in name(.wire) }
        var cases: SpecNode = [:]
        for _ in 0..<chance.upTo(2) {
            var own: SpecNode = ["status": .plain("\(400 + chance.upTo(50))")]
            if chance.once(in: 2), !models.isEmpty { own["details"] = .text(chance.one(of: models).text) }
            cases[name(.member)] = own
        }
        if let code = codes.first { cases[name(.member)] = ["code": .text(code)] }
        var errors: SpecNode = ["message": ["message"], "code": ["code"], "cases": cases]
        errors["codes"] = .list(codes.map { .text($0) })
        if chance.once(in: 2) {
            let type = self.type()
            let text = type.text.hasSuffix("?") ? type.text : type.text + "?"
            errors["fields"] = [name(.member): ["type": .text(text), "at": ["x"]]]
        }
        return errors
    }

    private mutating func makeResource(_ resource: String) -> SpecNode {
        var operations: SpecNode = [:]
        for place in 0...chance.upTo(1) { operations[name(.member)] = makeOperation("\(resource)/\(place)") }
        if chance.once(in: 4) { operations[name(.member)] = makePages("\(resource)/pages") }
        if chance.once(in: 3) { operations[name(.member)] = makeBody("\(resource)/body") }
        var file: SpecNode = ["resource": .text(resource), "operations": operations]
        if chance.once(in: 4) { makeWaiter(resource, into: &file) }
        return file
    }

    private mutating func makeOperation(_ path: String) -> SpecNode {
        var operation: SpecNode = [:]
        var arguments: SpecNode = [:]
        var line = "/\(path)"
        for place in ["path", "query", "headers", "body"] {
            var fields: SpecNode = [:]
            for _ in 0..<chance.upTo(place == "body" ? hasBatches ? 0 : 3 : 2) {
                let field = name(.wire)
                var own = type()
                if place == "path" {
                    own = SpecType("string", "text")
                    line += "/{\(field)}"
                } else if place != "body" {
                    own = parameter()
                }
                fields[field] = ["type": .text(own.text)]
                arguments[field] = own.argument
            }
            if fields != [:] { operation[place] = fields }
        }
        let method = chance.one(of: operation["body"] == nil ? ["GET", "DELETE"] : ["POST", "PUT"])
        operation["http"] = .text("\(method) \(line)")
        if method != "GET" { operation["resend"] = "never" }
        var example: SpecNode = ["arguments": arguments, "status": 200]
        if chance.once(in: 2), let returned = answer() {
            operation["returns"] = .text(returned.text)
            example["response"] = .json(returned.json)
        }
        if chance.once(in: 3) { addAnswerHeaders(to: &operation, &example) }
        if chance.once(in: 4) { operation["overridable"] = true }
        if chance.once(in: 4) { operation["auth"] = "none" }
        if let host = hosts.first, chance.once(in: 2) { operation["host"] = .text(host) }
        operation["examples"] = [name(.wire): example]
        return operation
    }

    /// A type that can stand in the query and in header fields.
    mutating func parameter() -> SpecType {
        let single = chance.one(of: words + SpecType.formats.filter { !["json", "object"].contains($0.text) })
        let hasCommas = ["list.comma", "timestamp.english", "timestamp.rfc2822"].contains(single.text)
        let isListed = !hasCommas && chance.once(in: 4)
        let own = isListed ? single.list : single
        return chance.once(in: 2) ? own.optional : own
    }

    private mutating func answer() -> SpecType? {
        let all = models + unions + [SpecType("json", ["a": 1])]
        let one = chance.one(of: all)
        return chance.once(in: 3) && one.text != "json" ? one.list : one
    }

    private mutating func makeWaiter(_ resource: String, into file: inout SpecNode) {
        let (type, field, id) = (name(.type), name(.wire), name(.wire))
        let (operation, done) = (name(.member), name(.member))
        define(
            "models",
            type,
            ["fields": [field: ["type": "bool"]], "predicates": [done: [field: true]]]
        )
        var operations = file["operations"] ?? [:]
        operations[operation] = [
            "http": .text("GET /\(resource)/waited/{\(id)}"), "path": [id: ["type": "id"]], "returns": .text(type),
            "examples": [name(.wire): ["arguments": [id: "x"], "status": 200, "response": .json([field: true])]],
        ]
        file["operations"] = operations
        file["waiters"] = [
            name(.member): [
                "poll": .text(operation), "until": .text(done), "every": "1s", "timeout": "30s",
            ]
        ]
    }
}
