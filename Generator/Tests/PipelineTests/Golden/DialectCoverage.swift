import SpecYAML

@testable import Pipeline

/// The constructs of the dialect, each under a name of its own: `field.maxLength`, `union.by = key`, `type = list.comma`.
struct DialectCoverage {
    private(set) var found: Set<String> = []

    /// Everything that the dialect has.
    static let all: Set<String> = {
        let types = WireFormat.all.map(\.word) + ["list", "map", "batch", "?"]
        var found = Set(types.map { "type = \($0)" })
        found.formUnion(Certainty.Kind.allCases.map { "certainty = \($0.rawValue)" })
        found.formUnion(["any", "all", "present", "notEmpty", "value"].map { "predicate = \($0)" })
        for mapping in Dialect.mappings {
            if let key = mapping.short { found.insert("\(mapping.id) = \(key) alone") }
            for key in mapping.keys {
                found.insert("\(mapping.id).\(key.name)")
                found.formUnion(forms(of: key.value).map { "\(mapping.id).\(key.name) = \($0)" })
            }
        }
        return found
    }()

    /// The words and the kinds of value between which a key's author chooses; mappings have keys to tell them by.
    private static func forms(of shape: ValueShape) -> [String] {
        switch shape {
        case .words(let words): words
        case .list(let inner), .array(let inner), .names(let inner, _): forms(of: inner)
        case .either(let shapes): shapes.flatMap { word(for: $0).map { [$0] } ?? forms(of: $0) }
        default: []
        }
    }

    private static func word(for shape: ValueShape) -> String? {
        switch shape {
        case .text: "text"
        case .int: "int"
        case .bool: "bool"
        case .statuses: "status"
        case .duration: "duration"
        case .list: "list"
        case .names: "names"
        default: nil
        }
    }
}

// MARK: - Reading a spec

extension DialectCoverage {
    /// Notes what a file has.
    mutating func read(_ file: YAMLNode) {
        switch FilePart(of: file.location.file) {
        case .sandbox? where file["credentials"] != nil: return read(file, as: APISandboxSpec.dialect.shape)
        case .sandbox?: return read(file, as: .names(of: .mapping(OperationSandboxSpec.dialect.shape), by: ""), of: "")
        case .like?: return
        case nil: break
        }
        let kinds = [("waybill", Spec.dialect.shape), ("resource", ResourceFile.dialect.shape)]
        read(file, as: kinds.first { file[$0.0] != nil }?.1 ?? DefinitionsSpec.dialect.shape)
    }

    private mutating func read(_ node: YAMLNode, as mapping: MappingShape) {
        guard let members = node.mapping else {
            guard let key = mapping.keys.first(where: { $0.name == mapping.short }) else { return }
            found.insert("\(mapping.id) = \(key.name) alone")
            return read(node, as: key.value, of: "\(mapping.id).\(key.name)")
        }
        for member in members {
            if let kind = Certainty.Kind(rawValue: member.key) { found.insert("certainty = \(kind.rawValue)") }
            guard let key = mapping.keys.first(where: { $0.name == member.key }) else { continue }
            found.insert("\(mapping.id).\(key.name)")
            read(member.value, as: key.value, of: "\(mapping.id).\(key.name)")
        }
    }

    private mutating func read(_ node: YAMLNode, as shape: ValueShape, of key: String) {
        switch shape {
        case .words: found.insert("\(key) = \(Self.text(node))")
        case .type: readType(Self.text(node))
        case .list(let inner), .array(let inner):
            for element in node.sequence ?? [node] { read(element, as: inner, of: key) }
        case .names(let inner, _): for member in node.mapping ?? [] { read(member.value, as: inner, of: key) }
        case .mapping(let mapping): read(node, as: mapping)
        case .predicate(let comparison): readPredicate(node, comparison)
        case .either(let shapes):
            let fitting = shapes.filter { Self.fits(node, $0) }
            guard let shape = fitting.first(where: { Self.word(for: $0) != "text" }) ?? fitting.first else { return }
            if let word = Self.word(for: shape) { found.insert("\(key) = \(word)") }
            read(node, as: shape, of: key)
        default: break
        }
    }

    private mutating func readType(_ text: String) {
        for word in text.split(whereSeparator: { "<>?".contains($0) }) { found.insert("type = \(word)") }
        if text.hasSuffix("?") { found.insert("type = ?") }
    }

    private mutating func readPredicate(_ node: YAMLNode, _ comparison: MappingShape) {
        for member in node.mapping ?? [] {
            if ["any", "all"].contains(member.key), let parts = member.value.sequence {
                found.insert("predicate = \(member.key)")
                for part in parts { readPredicate(part, comparison) }
            } else if member.value.mapping != nil {
                read(member.value, as: comparison)
            } else {
                let text = Self.text(member.value)
                found.insert("predicate = \(["present", "notEmpty"].contains(text) ? text : "value")")
            }
        }
    }

    /// A scalar as the dialect's words have it: the separators are blank or a mark, and have quotes.
    private static func text(_ node: YAMLNode) -> String {
        guard let text = node.scalar?.text else { return "" }
        return [" ", ","].contains(text) ? "\"\(text)\"" : text
    }

    private static func fits(_ node: YAMLNode, _ shape: ValueShape) -> Bool {
        switch shape {
        case .words(let words): words.contains(text(node))
        case .mapping(let mapping):
            node.mapping.map { members in
                mapping.keys.allSatisfy { $0.absence != .error || node[$0.name] != nil }
                    && members.allSatisfy { member in
                        mapping.keys.contains { $0.name == member.key } || Certainty.Kind(rawValue: member.key) != nil
                    }
            } ?? false
        case .names: node.mapping != nil
        case .list: node.sequence != nil
        case .int: node.scalar?.int != nil
        case .bool: node.scalar?.bool != nil
        case .duration, .statuses: text(node).first?.isNumber ?? false
        default: node.scalar != nil
        }
    }
}
