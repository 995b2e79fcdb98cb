import Pipeline
import SpecYAML
@_spi(Generated) import WaybillJSON
@_spi(Generated) import WaybillRuntime

extension ElementBuilder {
    /// The members of a request: fields, and what is always sent.
    func members(
        _ members: [ResolvedMember],
        _ kind: ElementKind,
        at location: SourceLocation,
        _ owners: [String]
    ) -> [SpecElement] {
        members.map { member($0, kind, at: location, [.request], owners: owners) }
    }

    /// One member of an object, of a query or of the header fields.
    /// - Parameters:
    ///   - location: Where its owner stands: what is always sent has no place of its own.
    ///   - owners: The functions or initialisers that take it as an argument.
    func member(
        _ member: ResolvedMember,
        _ kind: ElementKind,
        at location: SourceLocation,
        _ directions: Set<Direction>,
        owners: [String],
        property: String? = nil
    ) -> SpecElement {
        switch member {
        case .field(let field): return self.field(field, kind, directions, owners: owners, property: property)
        case .argument(let argument, let field):
            var element = self.field(field, kind, directions, owners: [])
            element.isFilled = true
            element.facts.append(SpecFact("fromArgument", argument, .made))
            return element
        case .constant(let name, let value):
            var element = SpecElement(kind, name, at: location)
            element.directions = directions
            element.isFilled = true
            element.facts = [SpecFact("always", "\(value)", .constant)]
            return element
        }
    }

    func field(
        _ field: ResolvedField,
        _ kind: ElementKind,
        _ directions: Set<Direction>,
        owners: [String],
        property: String? = nil
    ) -> SpecElement {
        var element = SpecElement(kind, field.name, key: field.wireName, at: field.location)
        element.alias = field.name
        element.directions = directions
        element.isOptional = (field.type.isOptional || field.defaultValue != nil) && !field.isStrict
        element.isFilled = field.make != nil || field.defaultValue != nil
        element.symbols = owners.map { SymbolClaim(path: $0, label: field.label) }
        if let property { element.symbols.append(SymbolClaim(path: "\(property).\(field.identifier.text)")) }
        element.facts =
            [
                SpecFact("about", field.about, .documentation),
                SpecFact("swift", field.identifier.text, .swift),
                SpecFact("keys", FactText.list(field.keys), .aliases),
                SpecFact("type", field.type),
                SpecFact("default", field.defaultValue?.description, .defaultValue),
                SpecFact("make", field.make?.description, .made),
                SpecFact("strict", field.isStrict ? "true" : nil, .strict),
                SpecFact("flatten", field.isFlattened ? "true" : nil, .flattened),
                SpecFact("nullable", field.isNullable ? "true" : nil, .nullability),
                SpecFact("encoding", FactText.encoding(field), .encoding, directions: [.request]),
                SpecFact("unlabeled", field.isUnlabeled ? "true" : nil, .swift),
                SpecFact("allowedBy", field.allowedValues, .allowedValues),
            ] + ConstraintFacts.all(field) + FactText.certainty(field.certainty)
        return element
    }
}

extension ResolvedField {
    /// The label of its argument.
    fileprivate var label: String { isUnlabeled ? "_" : identifier.text }
}
