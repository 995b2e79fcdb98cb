import SpecYAML

@testable import Pipeline

/// Adds options to a spec that the dialect declares, with values of the kinds that it declares, and keeps what is accepted.
struct OptionSprinkler {
    /// The mappings of a spec, each with its place and its declaration.
    private struct Spot {
        let path: [Step]
        let shape: MappingShape
    }

    private enum Step {
        case key(String)
        case element(Int)
    }

    private var chance: Chance
    private let names: [String]

    /// Tries so many options.
    static func sprinkle(_ spec: RandomSpec, tries: Int, with chance: inout Chance) -> RandomSpec {
        var sprinkler = OptionSprinkler(chance: chance, names: spec.names.values.flatMap(\.self).sorted())
        var spec = spec
        for _ in 0..<tries {
            let other = sprinkler.adding(to: spec)
            if other != spec, other.judged.api != nil { spec = other }
        }
        chance = sprinkler.chance
        return spec
    }

    private mutating func adding(to spec: RandomSpec) -> RandomSpec {
        var spec = spec
        let place = chance.upTo(spec.files.count - 1)
        let shape = place == 0 ? Spec.dialect.shape : ResourceFile.dialect.shape
        var spots: [Spot] = []
        collect(spec.files[place].value, .mapping(shape), [], into: &spots)
        // Each kind of mapping as often as any other, however often it stands there.
        let kinds = Set(spots.map(\.shape.id)).sorted()
        let kind = chance.one(of: kinds)
        let spot = chance.one(of: spots.filter { $0.shape.id == kind })
        let key = chance.one(of: spot.shape.keys)
        change(&spec.files[place].value, at: spot.path[...]) { node in
            if node[key.name] == nil { node[key.name] = value(key.value, depth: 0) }
        }
        return spec
    }

    // MARK: - Where an option can stand

    private func collect(_ node: SpecNode, _ shape: ValueShape, _ path: [Step], into spots: inout [Spot]) {
        switch (shape, node) {
        case (.mapping(let mapping), .map(let members)):
            spots.append(Spot(path: path, shape: mapping))
            for member in members {
                guard let key = mapping.keys.first(where: { $0.name == member.key }) else { continue }
                collect(member.value, key.value, path + [.key(member.key)], into: &spots)
            }
        case (.names(let inner, _), .map(let members)):
            for member in members { collect(member.value, inner, path + [.key(member.key)], into: &spots) }
        case (.list(let inner), .list(let elements)), (.array(let inner), .list(let elements)):
            for (place, element) in elements.enumerated() {
                collect(element, inner, path + [.element(place)], into: &spots)
            }
        case (.list(let inner), _): collect(node, inner, path, into: &spots)
        case (.either(let shapes), _):
            if let first = shapes.first { collect(node, first, path, into: &spots) }
        default: break
        }
    }

    private func change(_ node: inout SpecNode, at path: ArraySlice<Step>, _ change: (inout SpecNode) -> Void) {
        guard let step = path.first else { return change(&node) }
        switch (step, node) {
        case (.key(let key), _):
            guard var inner = node[key] else { return }
            self.change(&inner, at: path.dropFirst(), change)
            node[key] = inner
        case (.element(let place), .list(var elements)):
            self.change(&elements[place], at: path.dropFirst(), change)
            node = .list(elements)
        default: break
        }
    }

    // MARK: - Values of a kind

    private mutating func value(_ shape: ValueShape, depth: Int) -> SpecNode {
        switch shape {
        case .text: .text(text())
        case .int: .plain(chance.one(of: ["0", "1", "2", "3", "10", "-1", "9223372036854775807"]))
        case .number: .plain(chance.one(of: ["0", "1", "1.5", "-1", "1e3", "100"]))
        case .bool: .plain(chance.once(in: 5) ? "false" : "true")
        case .duration: .text(chance.one(of: ["250ms", "2s", "1m", "1h"]))
        case .size: .text(chance.one(of: ["1", "65536", "64 KiB"]))
        case .status: .plain(chance.one(of: ["200", "202", "400", "404", "503"]))
        case .statuses: .text(chance.one(of: ["429", "500-599", "404"]))
        case .type: .text(type())
        case .json, .object: json(depth: depth)
        case .jsonText: .json(json(depth: depth))
        case .words(let words): .text(chance.one(of: words))
        case .list(let inner), .array(let inner):
            .list((0...chance.upTo(1)).map { _ in value(inner, depth: depth + 1) })
        case .names(let inner, _): named(inner, depth: depth)
        case .mapping(let mapping): mapped(mapping, depth: depth)
        case .predicate: .map([.init(key: text(), value: json(depth: 3))])
        case .either(let shapes): value(chance.one(of: shapes), depth: depth)
        }
    }

    private mutating func named(_ inner: ValueShape, depth: Int) -> SpecNode {
        let key = chance.one(of: HostileNames.all(chance.one(of: [.type, .member, .wire])))
        return .map([.init(key: key, value: value(inner, depth: depth + 1))])
    }

    private mutating func mapped(_ mapping: MappingShape, depth: Int) -> SpecNode {
        var node: SpecNode = [:]
        for key in mapping.keys where key.absence == .error || depth < 3 && chance.once(in: 3) {
            node[key.name] = value(key.value, depth: depth + 1)
        }
        return node
    }

    /// A name that may stand for something, or a text that is none.
    private mutating func text() -> String {
        switch chance.upTo(5) {
        case 0: chance.one(of: HostileNames.all(.wire))
        case 1:
            chance.one(of: ["/x/{y}", "{uuid}", "{now}", "X-Header", "https://api.example.com/", "none", "^a+$", "x"])
        case 2: chance.one(of: HostileNames.all(.member))
        default: chance.one(of: names)
        }
    }

    private mutating func type() -> String {
        var type = chance.once(in: 2) ? chance.one(of: WireFormat.all.map(\.word)) : chance.one(of: names)
        while chance.once(in: 3) { type = "\(chance.one(of: ["list", "map", "batch"]))<\(type)>" }
        return chance.once(in: 2) ? type + "?" : type
    }

    private mutating func json(depth: Int) -> SpecNode {
        switch chance.upTo(depth > 3 ? 5 : 8) {
        case 0: .text(chance.one(of: names))
        case 1: .plain("true")
        case 2: .plain(chance.one(of: ["0", "1", "-1", "1.5", "12345678901234567890", "1e400", "9223372036854775808"]))
        case 3: .text("2026-05-01T03:38:07Z")
        case 4: .text(chance.one(of: ["", "x", "1.50", "a,b", "\\(x)", "é"]))
        case 5: .plain("null")
        case 6: .list([])
        case 7: .list([json(depth: depth + 1), json(depth: depth + 1)])
        default: .map([.init(key: chance.one(of: names), value: json(depth: depth + 1))])
        }
    }
}
