@_spi(Generated) package import WaybillJSON

/// A derived property that is true or false.
package struct ResolvedPredicate: Sendable {
    package let name: String
    /// When it is true.
    package let condition: ResolvedCondition
}

/// When a derived property is true.
package indirect enum ResolvedCondition: Sendable {
    /// The field has one of the values.
    case equals(ResolvedField, [JSONValue], ignoringCase: Bool)
    /// The field's text begins so.
    case prefix(ResolvedField, String)
    /// The field is there and not null.
    case present(ResolvedField)
    /// The list field has an element.
    case notEmpty(ResolvedField)
    /// One of these holds.
    case any([ResolvedCondition])
    /// All of these hold.
    case all([ResolvedCondition])
}

/// A subscript that finds an element of a list by one of the element's fields.
package struct ResolvedLookup: Sendable {
    package let name: String
    package let list: ResolvedField
    /// What the list is made of.
    package let element: Reference<ResolvedModel>
    /// The name of the element's field; the element may be the model itself, which is still being made.
    let key: String

    package var by: ResolvedField {
        guard let field = element.value.field(key) else {
            preconditionFailure("the validator knows the element's fields")
        }
        return field
    }
}
