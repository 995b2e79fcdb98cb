/// A derived property that has an amount in smallest units together with its currency.
package struct ResolvedMoney: Sendable {
    /// Where the code of the currency is from.
    package enum Currency: Sendable {
        case field(ResolvedField)
        case code(String)
    }

    package let name: String
    /// The field that counts the smallest units.
    package let amount: ResolvedField
    package let currency: Currency
    /// The decimal places of currencies, where they are not those of ISO 4217.
    package let exponents: [(currency: String, places: Int)]

    /// Whether it may be missing, since a part of it may.
    var isOptional: Bool {
        if case .field(let field) = currency, field.type.isOptional { return true }
        return amount.type.isOptional
    }
}
