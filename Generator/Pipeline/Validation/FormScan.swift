import SpecYAML
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

/// Looks in what a form is to have, at any depth, for what it cannot have.
struct FormScan {
    let notation: FormNotation
    /// What it is, for messages: `form` or `query`.
    private let noun: String
    /// What is wrong, and what to do.
    private(set) var problem: String?
    private var seen: Set<ResolvedType> = []

    init(notation: FormNotation, noun: String = "form") {
        self.notation = notation
        self.noun = noun
    }

    mutating func look(at member: ResolvedMember, in owner: String = "") {
        if member.field?.isFlattened != true { look(atName: member.wireName) }
        let place = owner.isEmpty ? member.wireName : "\(owner).\(member.wireName)"
        switch member {
        case .field(let field) where field.isFlattened: look(at: field.type, owner)
        case .field(let field):
            if field.isNullable { report(nullable(place)) }
            look(at: field.type, place)
            if let value = field.defaultValue { look(at: value, place) }
        case .argument(_, let field): look(at: field.type, place)
        // Every constant is a single value.
        case .constant: break
        }
    }

    private mutating func look(atName name: String) {
        if notation.fault(inName: name) != nil { report(separated(name)) }
    }

    private mutating func look(at value: JSONValue, _ place: String) {
        do throws(FormFault) {
            _ = try FormWriter.text(of: ["it": value], as: notation)
        } catch {
            report(impossible(place, error.reason))
        }
    }

    private mutating func look(at type: ResolvedType, _ place: String) {
        switch type {
        case .optional(let wrapped): look(at: wrapped, place)
        case .list(let element), .batch(let element):
            if !isSingle(element) { report(listed(place)) }
            look(at: element, place)
        case .map(let value): look(at: value, place)
        case .model(let model):
            guard seen.insert(type).inserted else { return }
            for member in model.members { look(at: member, in: place) }
        case .union(let union):
            guard seen.insert(type).inserted else { return }
            if case .tag(let name) = union.discriminator { look(atName: name) }
            for shape in union.cases {
                if union.discriminator == .key { look(atName: shape.wireName) }
                look(at: shape.type, place)
            }
        case .format, .words: break
        }
    }

    /// Whether a type can be the element of a list.
    private func isSingle(_ type: ResolvedType) -> Bool {
        switch type {
        case .format(.object): notation.lists == .indexed
        // Texts with commas of their own.
        case .format(.commaList), .format(.english), .format(.mail): notation.lists != .comma
        case .format, .words: true
        case .union(let union):
            notation.lists == .indexed
                || union.cases.allSatisfy { isSingle($0.type) } && union.discriminator == .jsonType
        case .list, .map, .batch, .model, .optional: notation.lists == .indexed
        }
    }

    private mutating func report(_ text: String) {
        if problem == nil { problem = text }
    }
}

// MARK: - Messages

extension FormScan {
    private func separated(_ name: String) -> String {
        let marks = notation.separators.map { "'\($0)'" }.joined(separator: " and ")
        let verb = notation.separators.count == 1 ? "separates" : "separate"
        return
            "\(SpecText.quoted(name)) has \(marks), which \(verb) names in this \(noun); write a list or a model instead"
    }

    private func nullable(_ place: String) -> String {
        "\(SpecText.quoted(place)) is 'nullable', and a \(noun) has no null; leave 'nullable' out"
    }

    private func listed(_ place: String) -> String {
        let place = SpecText.quoted(place)
        if notation.lists == .comma {
            return "the elements of \(place) have no place between commas; take other 'lists'"
        }
        return "the elements of \(place) are no single values; write 'encoding: {lists: indexed}', or make them such"
    }

    private func impossible(_ place: String, _ reason: String) -> String {
        "the default of \(SpecText.quoted(place)) has no place in this \(noun): it \(reason); correct it"
    }
}
