@_spi(Generated) import WaybillJSON

#if canImport(FoundationEssentials)
public import struct FoundationEssentials.Decimal
#else
public import struct Foundation.Decimal
#endif

extension Decimal {
    /// Makes exactly the number whose digits these are, such as `Decimal(digits: "19.99")`.
    ///
    /// `Decimal(19.99)` is 19.98999999999999488, since a literal with a point is a `Double` first.
    /// - Parameter digits: A number of JSON of at most 38 digits. Any other text makes the value that is not a number, which no
    ///   request can have.
    public init(digits: StaticString) {
        self = (try? JSONReader.read(Array("\(digits)".utf8)) { $0.decimal() }) ?? .nan
    }
}
