package import SpecYAML

/// An object of the wire.
package struct ResolvedModel: Sendable {
    package let name: String
    package let location: SourceLocation
    package let about: String?
    /// What else a reader must know.
    package let notes: String?
    /// The property for additional properties, where users are to fill it.
    package let additionalProperties: String?
    /// Members of answers that no field names, each with the reason.
    package let undeclared: [(name: String, reason: String)]
    /// What stands on the wire, in its order.
    package let members: [ResolvedMember]
    /// The fields of which at least one has to be given in a request; empty: all of them may be missing.
    package let alternatives: [ResolvedField]
    /// Derived properties that are true or false.
    package let predicates: [ResolvedPredicate]
    /// Subscripts that find an element of a list.
    package let lookups: [ResolvedLookup]
    /// Derived properties that have an amount together with its currency.
    package let money: [ResolvedMoney]
    /// What of it is no published fact.
    package let certainty: [Certainty]

    /// The members that are properties.
    package var fields: [ResolvedField] { members.compactMap(\.field) }

    /// Whether members that the spec does not name are expected.
    package var isOpen: Bool { additionalProperties != nil }

    package func field(_ name: String) -> ResolvedField? { fields.first { $0.name == name } }

    /// The member that takes a key on the wire.
    package func member(key: String) -> ResolvedMember? { members.first { $0.wireKeys.contains(key) } }
}
