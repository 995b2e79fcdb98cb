#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Decimal
#else
public import struct Foundation.Decimal
#endif

/// An amount of money, counted in the smallest unit of its currency: 1999 of `usd` are 19.99 US dollars.
///
/// It is exact: a whole number of units, and never a `Double`. How many decimal places a currency has says ISO 4217 (the yen has none,
/// the Kuwaiti dinar three), or the API where it counts otherwise.
///
/// ```swift
/// let price = Money(minorUnits: 1999, currency: "usd")
/// price.amount       // 19.99, as a Decimal
/// price.description  // "19.99 USD"
/// ```
public struct Money: Sendable, Hashable {
    /// The amount in the smallest unit, as it stands on the wire.
    public let minorUnits: Int
    /// The code of the currency, as it stands on the wire, in capital or small letters.
    public let currency: String
    /// How many decimal places the currency has; nil where neither the API nor ISO 4217 says it.
    public let exponent: Int?

    /// Takes an amount in the smallest unit of a currency.
    /// - Parameter exponents: The decimal places of currencies, by their codes, where they are not those of ISO 4217.
    public init(minorUnits: Int, currency: String, exponents: [String: Int] = [:]) {
        self.minorUnits = minorUnits
        self.currency = currency
        exponent = Self.exponent(of: currency, exponents)
    }

    /// Takes an amount in the currency's main unit, such as 19.99; nil where it is no whole number of smallest units, or the
    /// currency is not known.
    /// - Parameter exponents: The decimal places of currencies, by their codes, where they are not those of ISO 4217.
    public init?(_ amount: Decimal, currency: String, exponents: [String: Int] = [:]) {
        guard let exponent = Self.exponent(of: currency, exponents), let units = Self.units(of: amount, exponent) else {
            return nil
        }
        minorUnits = units
        self.currency = currency
        self.exponent = exponent
    }

    /// The amount in the currency's main unit, exactly; nil where its decimal places are not known.
    public var amount: Decimal? {
        exponent.map { exponent in
            let magnitude = Decimal(sign: .plus, exponent: -exponent, significand: Decimal(minorUnits.magnitude))
            return minorUnits < 0 ? -magnitude : magnitude
        }
    }

    private static func exponent(of currency: String, _ exponents: [String: Int]) -> Int? {
        let own = exponents.first { $0.key.uppercased() == currency.uppercased() }?.value
        return own ?? CurrencyExponents.exponent(of: currency)
    }

    /// The whole number of smallest units, by the digits.
    private static func units(of amount: Decimal, _ exponent: Int) -> Int? {
        let text = "\(amount)"
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return nil
        }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.dropFirst(exponent).allSatisfy({ $0 == "0" }) else { return nil }
        let places = fraction.prefix(exponent)
        let digits = parts[0] + places + String(repeating: "0", count: max(0, exponent - places.count))
        return Int((isNegative ? "-" : "") + digits)
    }
}

extension Money: CustomStringConvertible {
    /// The amount and the currency: `19.99 USD`; of a currency that is not known the smallest units, `1999 units of ABC`.
    public var description: String {
        let code = currency.uppercased()
        guard let exponent else { return "\(minorUnits) units of \(code)" }
        guard exponent > 0 else { return "\(minorUnits) \(code)" }
        let digits = String(minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, exponent + 1 - digits.utf8.count)) + digits
        return "\(minorUnits < 0 ? "-" : "")\(padded.dropLast(exponent)).\(padded.suffix(exponent)) \(code)"
    }
}
